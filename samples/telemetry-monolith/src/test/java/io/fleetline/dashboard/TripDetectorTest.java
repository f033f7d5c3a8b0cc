package io.fleetline.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fleetline.dashboard.TripDetector.Decision;
import io.fleetline.devices.api.VehicleRef;
import io.fleetline.ingest.api.PositionView;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TripDetectorTest {

    private static final Instant NOON = Instant.parse("2024-04-12T12:00:00Z");
    private static final VehicleRef VAN = new VehicleRef(7, 1, "Nordwind", "W-1234A", "VAN");

    private final TripDetector detector = new TripDetector();

    private static Step step(int minutesLater, boolean ignition) {
        VehicleState before =
                new VehicleState(7, 1, "Nordwind", "W-1234A", "VAN", 48.2, 16.4, 40, 90, true, NOON);
        PositionView position =
                new PositionView(99, 7, NOON.plusSeconds(minutesLater * 60L), 48.21, 16.41, 30, 90, ignition);
        return new Step(VAN, position, before);
    }

    @Test
    void ignitionStartsAndEnds() {
        assertEquals(Decision.START, detector.decide(step(1, true), false));
        assertEquals(Decision.CONTINUE, detector.decide(step(1, true), true));
        assertEquals(Decision.END, detector.decide(step(1, false), true));
        assertEquals(Decision.NOTHING, detector.decide(step(1, false), false));
    }

    @Test
    void silenceSplitsATrip() {
        assertEquals(Decision.RESTART, detector.decide(step(45, true), true));
    }
}
