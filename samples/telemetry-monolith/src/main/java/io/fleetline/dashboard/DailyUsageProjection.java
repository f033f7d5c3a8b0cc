package io.fleetline.dashboard;

import io.fleetline.common.GeoPoint;
import io.fleetline.ingest.api.PositionView;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(20)
class DailyUsageProjection implements Projection {

    private static final Duration GAP = Duration.ofMinutes(30);
    private static final float WALKING_KMH = 5;

    private final DailyUsageTable usage;
    private final Clock clock;

    DailyUsageProjection(DailyUsageTable usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    @Override
    public void apply(Step step) {
        VehicleState before = step.before();
        Duration elapsed = step.sinceBefore();
        if (before == null || !before.ignition() || elapsed.compareTo(GAP) > 0) {
            return;
        }
        PositionView p = step.position();
        LocalDate day = LocalDate.ofInstant(before.seenAt(), clock.getZone());
        boolean driving = before.speedKmh() >= WALKING_KMH;
        long meters = Math.round(new GeoPoint(before.latitude(), before.longitude()).metersTo(p.point()));
        usage.add(new DailyUsage(step.vehicle().id(), step.vehicle().customerId(), day, driving ? meters : 0,
                driving ? elapsed.toSeconds() : 0, driving ? 0 : elapsed.toSeconds(), p.speedKmh()));
    }

    @Override
    public void clear() {
        usage.clear();
    }
}
