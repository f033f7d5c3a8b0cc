package io.fleetline.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every message asks for its vehicle; an assignment made on the other instance is seen after a minute. */
@Component
class AssignmentCache {

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final DeviceAssignmentRepository assignments;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    AssignmentCache(DeviceAssignmentRepository assignments, Clock clock) {
        this.assignments = assignments;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<DeviceAssignment> of(String serial) {
        Instant now = clock.instant();
        Entry entry = entries.get(serial);
        if (entry == null || entry.loadedAt.plus(LIFETIME).isBefore(now)) {
            entry = new Entry(assignments.findByDeviceSerialOrderByAssignedAtDesc(serial), now);
            entries.put(serial, entry);
        }
        return entry.assignments;
    }

    public void forget(String serial) {
        entries.remove(serial);
    }

    private static final class Entry {
        private final List<DeviceAssignment> assignments;
        private final Instant loadedAt;

        private Entry(List<DeviceAssignment> assignments, Instant loadedAt) {
            this.assignments = assignments;
            this.loadedAt = loadedAt;
        }
    }
}
