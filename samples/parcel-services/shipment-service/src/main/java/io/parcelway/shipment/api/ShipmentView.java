package io.parcelway.shipment.api;

import io.parcelway.shipment.domain.Shipment;
import java.time.Instant;

public record ShipmentView(
        String trackingCode,
        String accountNumber,
        String serviceLevel,
        String status,
        String senderCountry,
        String recipientCity,
        String recipientCountry,
        String recipientPostcode,
        int pieces,
        int priceCents,
        String currency,
        Instant createdAt,
        Instant deliveredAt) {

    static ShipmentView of(Shipment s) {
        return new ShipmentView(
                s.getTrackingCode(),
                s.getCustomer().getAccountNumber(),
                s.getServiceLevel().name(),
                s.getStatus().name(),
                s.getSenderCountry(),
                s.getRecipient().getCity(),
                s.getRecipient().getCountry(),
                s.getRecipient().getPostcode(),
                s.getParcels().size(),
                s.getPriceCents(),
                s.getCurrency(),
                s.getCreatedAt(),
                s.getDeliveredAt());
    }
}
