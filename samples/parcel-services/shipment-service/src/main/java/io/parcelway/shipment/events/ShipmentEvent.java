package io.parcelway.shipment.events;

import io.parcelway.shipment.domain.Shipment;
import java.time.Instant;

public record ShipmentEvent(
        String type,
        String trackingCode,
        String serviceLevel,
        String recipientCountry,
        String recipientPostcode,
        Instant at) {

    public static ShipmentEvent of(String type, Shipment shipment) {
        return new ShipmentEvent(
                type,
                shipment.getTrackingCode(),
                shipment.getServiceLevel().name(),
                shipment.getRecipient().getCountry(),
                shipment.getRecipient().getPostcode(),
                Instant.now());
    }
}
