package io.fleetline.ingest.api;

import io.fleetline.common.TimeRange;
import java.util.List;

/** What the other packages may read of the stored telemetry. */
public interface TelemetryFeed {

    /** In the order of storing, for consumers that keep their own cursor. */
    List<PositionView> positionsAfter(long positionId, int limit);

    long drivenMeters(long vehicleId, TimeRange range);
}
