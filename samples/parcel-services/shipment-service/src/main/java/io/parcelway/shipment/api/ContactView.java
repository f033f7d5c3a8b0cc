package io.parcelway.shipment.api;

import io.parcelway.shipment.domain.Shipment;

public record ContactView(String trackingCode, String recipientName, String recipientEmail, String senderName,
                          String senderEmail) {

    static ContactView of(Shipment s) {
        return new ContactView(
                s.getTrackingCode(),
                s.getRecipient().getName(),
                s.getRecipient().getEmail(),
                s.getCustomer().getName(),
                s.getCustomer().getEmail());
    }
}
