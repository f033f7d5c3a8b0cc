package io.fleetline.common;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** From inclusive, to exclusive. */
public record TimeRange(Instant from, Instant to) {

    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public static TimeRange ofMonth(YearMonth month, ZoneId zone) {
        return new TimeRange(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
