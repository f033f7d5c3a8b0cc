package io.fleetline.dashboard;

import io.fleetline.common.GeoPoint;
import io.fleetline.common.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class TripTable {

    private final JdbcTemplate jdbc;

    TripTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Trip> openTripOf(long vehicleId) {
        return jdbc.query("SELECT * FROM dash_trip WHERE vehicle_id = ? AND open", TripTable::row, vehicleId)
                .stream().findFirst();
    }

    List<Trip> ofCustomer(long customerId, TimeRange range, int limit) {
        return jdbc.query(
                "SELECT * FROM dash_trip WHERE customer_id = ? AND started_at >= ? AND started_at < ? "
                        + "ORDER BY started_at DESC LIMIT ?",
                TripTable::row, customerId, Timestamp.from(range.from()), Timestamp.from(range.to()), limit);
    }

    List<Trip> ofVehicle(long vehicleId, TimeRange range) {
        return jdbc.query(
                "SELECT * FROM dash_trip WHERE vehicle_id = ? AND started_at >= ? AND started_at < ? "
                        + "ORDER BY started_at",
                TripTable::row, vehicleId, Timestamp.from(range.from()), Timestamp.from(range.to()));
    }

    void save(Trip t) {
        if (t.id() == null) {
            jdbc.update(
                    "INSERT INTO dash_trip (vehicle_id, customer_id, plate, started_at, ended_at, from_latitude, "
                            + "from_longitude, to_latitude, to_longitude, distance_meters, top_speed_kmh, open) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    t.vehicleId(), t.customerId(), t.plate(), Timestamp.from(t.startedAt()),
                    Timestamp.from(t.endedAt()), t.from().latitude(), t.from().longitude(), t.to().latitude(),
                    t.to().longitude(), t.distanceMeters(), t.topSpeedKmh(), t.open());
        } else {
            jdbc.update(
                    "UPDATE dash_trip SET ended_at = ?, to_latitude = ?, to_longitude = ?, distance_meters = ?, "
                            + "top_speed_kmh = ?, open = ? WHERE id = ?",
                    Timestamp.from(t.endedAt()), t.to().latitude(), t.to().longitude(), t.distanceMeters(),
                    t.topSpeedKmh(), t.open(), t.id());
        }
    }

    void clear() {
        jdbc.update("DELETE FROM dash_trip");
    }

    private static Trip row(ResultSet rows, int number) throws SQLException {
        return new Trip(
                rows.getLong("id"),
                rows.getLong("vehicle_id"),
                rows.getLong("customer_id"),
                rows.getString("plate"),
                rows.getTimestamp("started_at").toInstant(),
                rows.getTimestamp("ended_at").toInstant(),
                new GeoPoint(rows.getDouble("from_latitude"), rows.getDouble("from_longitude")),
                new GeoPoint(rows.getDouble("to_latitude"), rows.getDouble("to_longitude")),
                rows.getLong("distance_meters"),
                rows.getFloat("top_speed_kmh"),
                rows.getBoolean("open"));
    }
}
