package io.fleetline.dashboard;

import io.fleetline.ingest.api.PositionView;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(10)
class TripProjection implements Projection {

    private final TripTable trips;
    private final TripDetector detector;

    TripProjection(TripTable trips, TripDetector detector) {
        this.trips = trips;
        this.detector = detector;
    }

    @Override
    public void apply(Step step) {
        PositionView p = step.position();
        Optional<Trip> open = trips.openTripOf(step.vehicle().id());
        switch (detector.decide(step, open.isPresent())) {
            case START -> trips.save(start(step));
            case CONTINUE -> trips.save(open.get().movedTo(p.point(), p.measuredAt(), p.speedKmh()));
            case END -> trips.save(open.get().movedTo(p.point(), p.measuredAt(), p.speedKmh()).closed());
            case RESTART -> {
                trips.save(open.get().closed());
                trips.save(start(step));
            }
            default -> { }
        }
    }

    @Override
    public void clear() {
        trips.clear();
    }

    private static Trip start(Step step) {
        PositionView p = step.position();
        return Trip.start(step.vehicle().id(), step.vehicle().customerId(), step.vehicle().plate(), p.measuredAt(),
                p.point(), p.speedKmh());
    }
}
