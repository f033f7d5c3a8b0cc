package io.fleetline.ingest.api;

import io.fleetline.common.GeoPoint;
import java.time.Instant;

public record PositionView(long id, long vehicleId, Instant measuredAt, double latitude, double longitude,
                           float speedKmh, int heading, boolean ignition) {

    public GeoPoint point() {
        return new GeoPoint(latitude, longitude);
    }
}
