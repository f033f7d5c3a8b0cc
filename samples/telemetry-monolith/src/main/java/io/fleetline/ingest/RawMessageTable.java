package io.fleetline.ingest;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class RawMessageTable {

    private final JdbcTemplate jdbc;

    RawMessageTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long insert(RawMessage message, String problem) {
        Long id = jdbc.queryForObject(
                "INSERT INTO raw_message (device_serial, protocol, payload, received_at, problem) "
                        + "VALUES (?, ?, ?, ?, ?) RETURNING id",
                Long.class,
                message.deviceSerial(), message.protocol(), message.payload(),
                Timestamp.from(message.receivedAt()), problem);
        return id == null ? 0 : id;
    }

    int deleteBefore(Instant limit, int most) {
        return jdbc.update(
                "DELETE FROM raw_message WHERE id IN (SELECT id FROM raw_message WHERE received_at < ? LIMIT ?)",
                Timestamp.from(limit), most);
    }
}
