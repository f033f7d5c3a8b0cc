package io.fleetline.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Wall displays ask the same question every second; a few seconds of age do not matter to them. */
@Component
class QueryCache {

    private static final int MOST_ENTRIES = 2_000;

    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    QueryCache(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("unchecked")
    <T> T get(String key, Duration lifetime, Supplier<T> query) {
        Instant now = clock.instant();
        Entry entry = entries.get(key);
        if (entry != null && entry.until().isAfter(now)) {
            return (T) entry.value();
        }
        T value = query.get();
        if (entries.size() >= MOST_ENTRIES) {
            entries.values().removeIf(e -> !e.until().isAfter(now));
        }
        entries.put(key, new Entry(value, now.plus(lifetime)));
        return value;
    }

    void clear() {
        entries.clear();
    }

    private record Entry(Object value, Instant until) {
    }
}
