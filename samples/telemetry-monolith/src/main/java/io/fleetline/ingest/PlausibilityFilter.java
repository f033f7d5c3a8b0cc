package io.fleetline.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
class PlausibilityFilter {

    private static final Duration MAX_AGE = Duration.ofDays(14);
    private static final Duration MAX_AHEAD = Duration.ofMinutes(5);
    private static final float MAX_SPEED_KMH = 240;

    private final Clock clock;

    PlausibilityFilter(Clock clock) {
        this.clock = clock;
    }

    void check(ParsedMessage message) throws ParseException {
        Instant now = clock.instant();
        if (message.measuredAt().isBefore(now.minus(MAX_AGE))) {
            throw new ParseException("older than " + MAX_AGE.toDays() + " days");
        }
        if (message.measuredAt().isAfter(now.plus(MAX_AHEAD))) {
            throw new ParseException("from the future");
        }
        if (message.speedKmh() < 0 || message.speedKmh() > MAX_SPEED_KMH) {
            throw new ParseException("speed " + message.speedKmh());
        }
        if (message.point().latitude() == 0 && message.point().longitude() == 0) {
            throw new ParseException("no satellite fix");
        }
    }
}
