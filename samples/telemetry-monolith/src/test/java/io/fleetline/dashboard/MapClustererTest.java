package io.fleetline.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapClustererTest {

    private static VehicleState at(double latitude, double longitude, float kmh) {
        return new VehicleState(1, 1, "Nordwind", "W-1", "VAN", latitude, longitude, kmh, 0, true, Instant.EPOCH);
    }

    @Test
    void neighboursShareACell() {
        List<Cluster> clusters = new MapClusterer().cluster(
                List.of(at(48.20, 16.40, 0), at(48.21, 16.41, 50), at(47.0, 15.4, 0)),
                BoundingBox.parse("46,14,49,17"));
        assertEquals(2, clusters.size());
        assertEquals(3, clusters.stream().mapToInt(Cluster::vehicles).sum());
        assertEquals(1, clusters.stream().mapToInt(Cluster::moving).sum());
    }

    @Test
    void swappedCornersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BoundingBox.parse("49,17,46,14"));
    }
}
