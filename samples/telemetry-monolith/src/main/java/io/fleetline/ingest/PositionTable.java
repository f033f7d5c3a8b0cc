package io.fleetline.ingest;

import io.fleetline.common.TimeRange;
import io.fleetline.ingest.api.PositionView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class PositionTable {

    private static final String COLUMNS =
            "id, vehicle_id, measured_at, latitude, longitude, speed_kmh, heading, ignition";

    private final JdbcTemplate jdbc;

    PositionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long rawMessageId, long vehicleId, ParsedMessage message) {
        jdbc.update(
                "INSERT INTO position (raw_message_id, vehicle_id, measured_at, latitude, longitude, speed_kmh, "
                        + "heading, ignition) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rawMessageId, vehicleId, Timestamp.from(message.measuredAt()), message.point().latitude(),
                message.point().longitude(), message.speedKmh(), message.heading(), message.ignition());
    }

    List<PositionView> after(long id, int limit) {
        return jdbc.query("SELECT " + COLUMNS + " FROM position WHERE id > ? ORDER BY id LIMIT ?",
                PositionTable::row, id, limit);
    }

    List<PositionView> ofVehicle(long vehicleId, TimeRange range) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM position WHERE vehicle_id = ? AND measured_at >= ? AND measured_at < ? "
                        + "ORDER BY measured_at",
                PositionTable::row, vehicleId, Timestamp.from(range.from()), Timestamp.from(range.to()));
    }

    int deleteBefore(Instant limit, int most) {
        return jdbc.update(
                "DELETE FROM position WHERE id IN (SELECT id FROM position WHERE measured_at < ? LIMIT ?)",
                Timestamp.from(limit), most);
    }

    private static PositionView row(ResultSet rows, int number) throws SQLException {
        return new PositionView(
                rows.getLong("id"),
                rows.getLong("vehicle_id"),
                rows.getTimestamp("measured_at").toInstant(),
                rows.getDouble("latitude"),
                rows.getDouble("longitude"),
                rows.getFloat("speed_kmh"),
                rows.getInt("heading"),
                rows.getBoolean("ignition"));
    }
}
