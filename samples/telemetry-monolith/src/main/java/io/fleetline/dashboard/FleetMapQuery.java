package io.fleetline.dashboard;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FleetMapQuery {

    private static final int MOST_VEHICLES = 5_000;
    private static final Duration LIFETIME = Duration.ofSeconds(2);

    private final VehicleStateTable states;
    private final MapClusterer clusterer;
    private final QueryCache cache;

    FleetMapQuery(VehicleStateTable states, MapClusterer clusterer, QueryCache cache) {
        this.states = states;
        this.clusterer = clusterer;
        this.cache = cache;
    }

    @Transactional(readOnly = true)
    public List<Cluster> clusters(long customerId, BoundingBox box) {
        return cache.get("clusters:" + customerId + ":" + box, LIFETIME,
                () -> clusterer.cluster(states.within(customerId, box, MOST_VEHICLES), box));
    }

    @Transactional(readOnly = true)
    public List<VehicleState> vehicles(long customerId, BoundingBox box, int most) {
        return states.within(customerId, box, Math.min(most, MOST_VEHICLES));
    }
}
