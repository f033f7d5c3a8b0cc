package io.fleetline.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Lays a grid over the visible part of the map, so that the browser never draws more than 256 marks. */
@Component
class MapClusterer {

    private static final int CELLS = 16;
    private static final float MOVING_KMH = 3;

    List<Cluster> cluster(List<VehicleState> states, BoundingBox box) {
        TreeMap<Integer, List<VehicleState>> cells = new TreeMap<>();
        for (VehicleState state : states) {
            cells.computeIfAbsent(cell(state, box), key -> new ArrayList<>()).add(state);
        }
        List<Cluster> clusters = new ArrayList<>();
        for (List<VehicleState> members : cells.values()) {
            clusters.add(new Cluster(
                    members.stream().mapToDouble(VehicleState::latitude).average().orElse(0),
                    members.stream().mapToDouble(VehicleState::longitude).average().orElse(0),
                    members.size(),
                    (int) members.stream().filter(s -> s.speedKmh() > MOVING_KMH).count()));
        }
        return clusters;
    }

    private static int cell(VehicleState state, BoundingBox box) {
        int x = index(state.longitude() - box.west(), box.width());
        int y = index(state.latitude() - box.south(), box.height());
        return y * CELLS + x;
    }

    private static int index(double offset, double length) {
        if (length <= 0) {
            return 0;
        }
        return Math.max(0, Math.min(CELLS - 1, (int) (offset / length * CELLS)));
    }
}
