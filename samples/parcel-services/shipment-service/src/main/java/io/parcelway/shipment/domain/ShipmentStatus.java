package io.parcelway.shipment.domain;

public enum ShipmentStatus {
    CREATED,
    IN_TRANSIT,
    DELIVERED,
    RETURNED,
    CANCELLED;

    public boolean canBecome(ShipmentStatus next) {
        return switch (this) {
            case CREATED -> next == IN_TRANSIT || next == CANCELLED;
            case IN_TRANSIT -> next == DELIVERED || next == RETURNED;
            case DELIVERED, RETURNED, CANCELLED -> false;
        };
    }
}
