package io.fleetline.ingest;

import io.fleetline.common.JobLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class RetentionJob {

    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration RAW = Duration.ofDays(30);
    private static final Duration MEASURED = Duration.ofDays(400);
    private static final int CHUNK = 10_000;

    private final RawMessageTable rawMessages;
    private final PositionTable positions;
    private final EngineReadingTable readings;
    private final JobLock lock;
    private final Clock clock;

    RetentionJob(RawMessageTable rawMessages, PositionTable positions, EngineReadingTable readings, JobLock lock,
                 Clock clock) {
        this.rawMessages = rawMessages;
        this.positions = positions;
        this.readings = readings;
        this.lock = lock;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 3 * * *")
    public void run() {
        lock.runExclusively("ingest-retention", () -> {
            Instant now = clock.instant();
            log.info("deleted {} raw messages, {} positions, {} readings",
                    drain(() -> rawMessages.deleteBefore(now.minus(RAW), CHUNK)),
                    drain(() -> positions.deleteBefore(now.minus(MEASURED), CHUNK)),
                    drain(() -> readings.deleteBefore(now.minus(MEASURED), CHUNK)));
        });
    }

    private static int drain(IntSupplier step) {
        int total = 0;
        int deleted;
        do {
            deleted = step.getAsInt();
            total += deleted;
        } while (deleted == CHUNK);
        return total;
    }
}
