package io.fleetline.alerts;

import io.fleetline.common.JobLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class EscalationJob {

    private static final Logger log = LoggerFactory.getLogger(EscalationJob.class);

    private final AlertService alerts;
    private final JobLock lock;

    EscalationJob(AlertService alerts, JobLock lock) {
        this.alerts = alerts;
        this.lock = lock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 45_000)
    public void run() {
        lock.runExclusively("alert-escalation", () -> {
            int escalated = alerts.escalateOverdue();
            if (escalated > 0) {
                log.info("{} alerts escalated", escalated);
            }
        });
    }
}
