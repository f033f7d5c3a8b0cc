package io.fleetline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

@Component
class IngestMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger sessions = new AtomicInteger();

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("fleetline.ingest.sessions", sessions);
    }

    void accepted(String protocol) {
        registry.counter("fleetline.ingest.messages", "protocol", protocol, "outcome", "accepted").increment();
    }

    void rejected(String protocol) {
        registry.counter("fleetline.ingest.messages", "protocol", protocol, "outcome", "rejected").increment();
    }

    void sessions(int open) {
        sessions.set(open);
    }
}
