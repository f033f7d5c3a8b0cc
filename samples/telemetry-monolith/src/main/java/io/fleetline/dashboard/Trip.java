package io.fleetline.dashboard;

import io.fleetline.common.GeoPoint;
import java.time.Duration;
import java.time.Instant;

record Trip(Long id, long vehicleId, long customerId, String plate, Instant startedAt, Instant endedAt,
            GeoPoint from, GeoPoint to, long distanceMeters, float topSpeedKmh, boolean open) {

    static Trip start(long vehicleId, long customerId, String plate, Instant at, GeoPoint point, float speedKmh) {
        return new Trip(null, vehicleId, customerId, plate, at, at, point, point, 0, speedKmh, true);
    }

    Trip movedTo(GeoPoint point, Instant at, float speedKmh) {
        long step = Math.round(to.metersTo(point));
        return new Trip(id, vehicleId, customerId, plate, startedAt, at, from, point, distanceMeters + step,
                Math.max(topSpeedKmh, speedKmh), open);
    }

    Trip closed() {
        return new Trip(id, vehicleId, customerId, plate, startedAt, endedAt, from, to, distanceMeters, topSpeedKmh,
                false);
    }

    Duration duration() {
        return Duration.between(startedAt, endedAt);
    }
}
