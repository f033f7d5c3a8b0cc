package io.fleetline.billing;

import io.fleetline.common.TimeRange;
import io.fleetline.devices.api.DeviceDirectory;
import io.fleetline.ingest.api.TelemetryFeed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class UsageMeter {

    private final DeviceDirectory directory;
    private final TelemetryFeed feed;
    private final Clock clock;

    UsageMeter(DeviceDirectory directory, TelemetryFeed feed, Clock clock) {
        this.directory = directory;
        this.feed = feed;
        this.clock = clock;
    }

    Usage of(long customerId, YearMonth month) {
        TimeRange range = TimeRange.ofMonth(month, clock.getZone());
        List<Long> vehicles = directory.vehicleIdsOf(customerId);
        long meters = vehicles.stream().mapToLong(id -> feed.drivenMeters(id, range)).sum();
        return new Usage(customerId, month, vehicles.size(), meters);
    }
}
