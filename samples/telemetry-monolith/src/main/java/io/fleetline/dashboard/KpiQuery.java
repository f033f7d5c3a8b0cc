package io.fleetline.dashboard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KpiQuery {

    private static final Duration LIFETIME = Duration.ofSeconds(30);

    private final DailyUsageTable usage;
    private final QueryCache cache;

    KpiQuery(DailyUsageTable usage, QueryCache cache) {
        this.usage = usage;
        this.cache = cache;
    }

    @Transactional(readOnly = true)
    public List<Kpi> perDay(long customerId, LocalDate from, LocalDate to) {
        return cache.get("kpi:" + customerId + ":" + from + ":" + to, LIFETIME,
                () -> aggregate(usage.ofCustomer(customerId, from, to)));
    }

    @Transactional(readOnly = true)
    public List<DailyUsage> ofVehicle(long vehicleId, LocalDate from, LocalDate to) {
        return usage.ofVehicle(vehicleId, from, to);
    }

    static List<Kpi> aggregate(List<DailyUsage> rows) {
        Map<LocalDate, List<DailyUsage>> days = rows.stream()
                .collect(Collectors.groupingBy(DailyUsage::day, TreeMap::new, Collectors.toList()));
        List<Kpi> result = new ArrayList<>();
        days.forEach((day, usages) -> {
            long driving = usages.stream().mapToLong(DailyUsage::drivingSeconds).sum();
            long idle = usages.stream().mapToLong(DailyUsage::idleSeconds).sum();
            float top = (float) usages.stream().mapToDouble(DailyUsage::topSpeedKmh).max().orElse(0);
            result.add(new Kpi(
                    day,
                    usages.size(),
                    usages.stream().mapToLong(DailyUsage::distanceMeters).sum() / 1000,
                    driving / 3600,
                    driving + idle == 0 ? 0 : (int) (100 * idle / (driving + idle)),
                    top));
        });
        return result;
    }
}
