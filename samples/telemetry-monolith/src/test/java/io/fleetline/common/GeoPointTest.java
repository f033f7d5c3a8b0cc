package io.fleetline.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GeoPointTest {

    @Test
    void viennaToGraz() {
        double meters = new GeoPoint(48.2082, 16.3738).metersTo(new GeoPoint(47.0707, 15.4395));
        assertEquals(144_900, meters, 1_000);
    }

    @Test
    void offTheEarth() {
        assertThrows(IllegalArgumentException.class, () -> new GeoPoint(91, 0));
    }
}
