package io.fleetline.dashboard;

import io.fleetline.common.JobLock;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class ProjectionJob {

    private static final int MOST_BATCHES = 40;

    private final Projector projector;
    private final JobLock lock;
    private final MeterRegistry metrics;

    ProjectionJob(Projector projector, JobLock lock, MeterRegistry metrics) {
        this.projector = projector;
        this.lock = lock;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelayString = "${fleetline.dashboard.projection-millis}")
    public void run() {
        lock.runExclusively("dashboard-projection", () -> {
            for (int i = 0; i < MOST_BATCHES; i++) {
                int projected = projector.projectBatch();
                metrics.counter("fleetline.dashboard.projected").increment(projected);
                if (projected == 0) {
                    return;
                }
            }
        });
    }
}
