package io.fleetline.alerts;

import io.fleetline.common.GeoPoint;
import java.time.Instant;
import java.util.Map;

record Measurement(long vehicleId, long customerId, Instant at, GeoPoint point, float speedKmh,
                   Map<String, Double> readings) {
}
