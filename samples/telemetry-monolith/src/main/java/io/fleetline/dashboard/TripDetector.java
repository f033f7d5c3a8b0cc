package io.fleetline.dashboard;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** A trip lasts from ignition on to ignition off; a silence of half an hour ends it too. */
@Component
class TripDetector {

    private static final Duration SILENCE = Duration.ofMinutes(30);

    enum Decision { NOTHING, START, CONTINUE, END, RESTART }

    Decision decide(Step step, boolean tripOpen) {
        boolean ignition = step.position().ignition();
        boolean silent = step.sinceBefore().compareTo(SILENCE) > 0;
        if (!tripOpen) {
            return ignition ? Decision.START : Decision.NOTHING;
        }
        if (silent) {
            return ignition ? Decision.RESTART : Decision.END;
        }
        return ignition ? Decision.CONTINUE : Decision.END;
    }
}
