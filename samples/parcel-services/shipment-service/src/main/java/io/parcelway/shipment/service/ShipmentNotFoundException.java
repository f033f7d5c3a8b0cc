package io.parcelway.shipment.service;

public class ShipmentNotFoundException extends RuntimeException {

    public ShipmentNotFoundException(String key) {
        super("no shipment " + key);
    }
}
