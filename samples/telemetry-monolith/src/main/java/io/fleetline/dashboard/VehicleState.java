package io.fleetline.dashboard;

import java.time.Instant;

record VehicleState(long vehicleId, long customerId, String customerName, String plate, String vehicleType,
                    double latitude, double longitude, float speedKmh, int heading, boolean ignition,
                    Instant seenAt) {
}
