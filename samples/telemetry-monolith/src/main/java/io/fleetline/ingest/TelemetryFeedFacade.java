package io.fleetline.ingest;

import io.fleetline.common.TimeRange;
import io.fleetline.ingest.api.PositionView;
import io.fleetline.ingest.api.TelemetryFeed;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class TelemetryFeedFacade implements TelemetryFeed {

    private static final double JITTER_METERS = 15;

    private final PositionTable positions;

    TelemetryFeedFacade(PositionTable positions) {
        this.positions = positions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PositionView> positionsAfter(long positionId, int limit) {
        return positions.after(positionId, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public long drivenMeters(long vehicleId, TimeRange range) {
        double meters = 0;
        PositionView previous = null;
        for (PositionView position : positions.ofVehicle(vehicleId, range)) {
            if (previous != null && previous.ignition()) {
                double step = previous.point().metersTo(position.point());
                meters += step < JITTER_METERS ? 0 : step;
            }
            previous = position;
        }
        return Math.round(meters);
    }
}
