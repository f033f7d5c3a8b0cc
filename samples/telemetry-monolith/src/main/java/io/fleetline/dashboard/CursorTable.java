package io.fleetline.dashboard;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class CursorTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CursorTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long read(String name) {
        List<Long> rows = jdbc.queryForList(
                "SELECT last_position_id FROM dash_cursor WHERE name = ?", Long.class, name);
        return rows.isEmpty() ? 0 : rows.get(0);
    }

    void write(String name, long positionId) {
        jdbc.update(
                "INSERT INTO dash_cursor (name, last_position_id, updated_at) VALUES (?, ?, ?) "
                        + "ON CONFLICT (name) DO UPDATE SET last_position_id = excluded.last_position_id, "
                        + "updated_at = excluded.updated_at",
                name, positionId, Timestamp.from(clock.instant()));
    }
}
