package io.fleetline.dashboard;

import io.fleetline.devices.api.VehicleRef;
import io.fleetline.ingest.api.PositionView;
import java.time.Duration;

/** A new position together with the last known state of its vehicle, which is null at first sight. */
record Step(VehicleRef vehicle, PositionView position, VehicleState before) {

    boolean outOfOrder() {
        return before != null && position.measuredAt().isBefore(before.seenAt());
    }

    Duration sinceBefore() {
        return before == null ? Duration.ZERO : Duration.between(before.seenAt(), position.measuredAt());
    }
}
