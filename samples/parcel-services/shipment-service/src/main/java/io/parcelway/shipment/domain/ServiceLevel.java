package io.parcelway.shipment.domain;

public enum ServiceLevel {
    ECONOMY,
    STANDARD,
    EXPRESS
}
