package io.fleetline.ingest.api;

import io.fleetline.common.GeoPoint;
import java.time.Instant;
import java.util.Map;

/** Published in the transaction that stores a message. */
public record TelemetryReceived(long vehicleId, long customerId, Instant measuredAt, GeoPoint point,
                                float speedKmh, Map<String, Double> readings) {
}
