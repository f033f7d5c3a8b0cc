package io.parcelway.shipment.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShipmentStatusTest {

    @Test
    void deliveredIsFinal() {
        for (ShipmentStatus next : ShipmentStatus.values()) {
            assertFalse(ShipmentStatus.DELIVERED.canBecome(next));
        }
    }

    @Test
    void onlyNewShipmentsCanBeCancelled() {
        assertTrue(ShipmentStatus.CREATED.canBecome(ShipmentStatus.CANCELLED));
        assertFalse(ShipmentStatus.IN_TRANSIT.canBecome(ShipmentStatus.CANCELLED));
    }
}
