package io.fleetline.devices.api;

public record VehicleRef(long id, long customerId, String customerName, String plate, String type) {
}
