package io.fleetline.dashboard;

import io.fleetline.devices.api.DeviceDirectory;
import io.fleetline.devices.api.VehicleRef;
import io.fleetline.ingest.api.PositionView;
import io.fleetline.ingest.api.TelemetryFeed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the feed from its own cursor; tables and cursor move in one transaction. */
@Component
class Projector {

    static final String CURSOR = "dashboard";
    private static final int BATCH = 500;

    private final TelemetryFeed feed;
    private final DeviceDirectory directory;
    private final CursorTable cursors;
    private final VehicleStateTable states;
    private final List<Projection> projections;
    private final TransactionTemplate transaction;

    Projector(TelemetryFeed feed, DeviceDirectory directory, CursorTable cursors, VehicleStateTable states,
              List<Projection> projections, TransactionTemplate transaction) {
        this.feed = feed;
        this.directory = directory;
        this.cursors = cursors;
        this.states = states;
        this.projections = projections;
        this.transaction = transaction;
    }

    int projectBatch() {
        List<PositionView> positions = feed.positionsAfter(cursors.read(CURSOR), BATCH);
        if (positions.isEmpty()) {
            return 0;
        }
        Map<Long, Optional<VehicleRef>> vehicles = new HashMap<>();
        positions.forEach(p -> vehicles.computeIfAbsent(p.vehicleId(), directory::vehicle));
        transaction.executeWithoutResult(status -> {
            for (PositionView position : positions) {
                vehicles.get(position.vehicleId()).ifPresent(vehicle -> project(vehicle, position));
            }
            cursors.write(CURSOR, positions.get(positions.size() - 1).id());
        });
        return positions.size();
    }

    void restart() {
        transaction.executeWithoutResult(status -> {
            projections.forEach(Projection::clear);
            cursors.write(CURSOR, 0);
        });
    }

    private void project(VehicleRef vehicle, PositionView position) {
        Step step = new Step(vehicle, position, states.find(vehicle.id()).orElse(null));
        if (!step.outOfOrder()) {
            projections.forEach(projection -> projection.apply(step));
        }
    }
}
