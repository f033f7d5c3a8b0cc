package io.parcelway.shipment.service;

public class ShipmentRefusedException extends RuntimeException {

    public ShipmentRefusedException(String message) {
        super(message);
    }
}
