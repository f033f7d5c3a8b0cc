package io.fleetline.devices;

public enum VehicleType {
    VAN,
    TRUCK,
    TRAILER,
    CAR
}
