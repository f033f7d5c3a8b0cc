package io.fleetline.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OverviewQuery {

    private static final Duration LIFETIME = Duration.ofSeconds(5);
    private static final Duration SILENT = Duration.ofHours(24);
    private static final float MOVING_KMH = 3;

    private final VehicleStateTable states;
    private final QueryCache cache;
    private final Clock clock;

    OverviewQuery(VehicleStateTable states, QueryCache cache, Clock clock) {
        this.states = states;
        this.cache = cache;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public FleetOverview of(long customerId) {
        return cache.get("overview:" + customerId, LIFETIME, () -> count(states.ofCustomer(customerId)));
    }

    private FleetOverview count(List<VehicleState> all) {
        Instant limit = clock.instant().minus(SILENT);
        int moving = 0;
        int idling = 0;
        int parked = 0;
        int silent = 0;
        for (VehicleState state : all) {
            if (state.seenAt().isBefore(limit)) {
                silent++;
            } else if (!state.ignition()) {
                parked++;
            } else if (state.speedKmh() > MOVING_KMH) {
                moving++;
            } else {
                idling++;
            }
        }
        Map<String, Long> byType = all.stream()
                .collect(Collectors.groupingBy(VehicleState::vehicleType, TreeMap::new, Collectors.counting()));
        return new FleetOverview(all.size(), moving, idling, parked, silent, byType);
    }
}
