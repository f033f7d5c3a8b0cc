package io.fleetline.ingest;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class EngineReadingTable {

    private final JdbcTemplate jdbc;

    EngineReadingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long rawMessageId, long vehicleId, Instant measuredAt, Map<String, Double> readings) {
        List<Object[]> rows = readings.entrySet().stream()
                .map(e -> new Object[] {
                    rawMessageId, vehicleId, Timestamp.from(measuredAt), e.getKey(), e.getValue()
                })
                .collect(Collectors.toList());
        jdbc.batchUpdate(
                "INSERT INTO engine_reading (raw_message_id, vehicle_id, measured_at, kind, reading) "
                        + "VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    int deleteBefore(Instant limit, int most) {
        return jdbc.update(
                "DELETE FROM engine_reading WHERE id IN "
                        + "(SELECT id FROM engine_reading WHERE measured_at < ? LIMIT ?)",
                Timestamp.from(limit), most);
    }
}
