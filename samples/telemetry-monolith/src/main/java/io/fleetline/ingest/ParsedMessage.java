package io.fleetline.ingest;

import io.fleetline.common.GeoPoint;
import java.time.Instant;
import java.util.Map;

/** What a device said, in our units. Readings are keyed by kind: BATTERY (V), COOLANT (°C), FUEL (%). */
record ParsedMessage(Instant measuredAt, GeoPoint point, float speedKmh, int heading, boolean ignition,
                     Map<String, Double> readings, String firmware) {
}
