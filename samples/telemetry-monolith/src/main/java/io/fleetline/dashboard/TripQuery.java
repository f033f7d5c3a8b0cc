package io.fleetline.dashboard;

import io.fleetline.common.TimeRange;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TripQuery {

    private static final Duration LONGEST = Duration.ofDays(93);

    private final TripTable trips;

    TripQuery(TripTable trips) {
        this.trips = trips;
    }

    @Transactional(readOnly = true)
    public List<Trip> ofCustomer(long customerId, TimeRange range, int most) {
        check(range);
        return trips.ofCustomer(customerId, range, Math.min(most, 1_000));
    }

    @Transactional(readOnly = true)
    public List<Trip> ofVehicle(long vehicleId, TimeRange range) {
        check(range);
        return trips.ofVehicle(vehicleId, range);
    }

    private static void check(TimeRange range) {
        if (range.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("at most " + LONGEST.toDays() + " days");
        }
    }
}
