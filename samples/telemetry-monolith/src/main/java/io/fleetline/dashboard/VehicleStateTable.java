package io.fleetline.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class VehicleStateTable {

    private final JdbcTemplate jdbc;

    VehicleStateTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<VehicleState> find(long vehicleId) {
        return jdbc.query("SELECT * FROM dash_vehicle_state WHERE vehicle_id = ?",
                VehicleStateTable::row, vehicleId).stream().findFirst();
    }

    List<VehicleState> within(long customerId, BoundingBox box, int limit) {
        return jdbc.query(
                "SELECT * FROM dash_vehicle_state WHERE customer_id = ? AND latitude BETWEEN ? AND ? "
                        + "AND longitude BETWEEN ? AND ? ORDER BY vehicle_id LIMIT ?",
                VehicleStateTable::row, customerId, box.south(), box.north(), box.west(), box.east(), limit);
    }

    List<VehicleState> ofCustomer(long customerId) {
        return jdbc.query("SELECT * FROM dash_vehicle_state WHERE customer_id = ? ORDER BY plate",
                VehicleStateTable::row, customerId);
    }

    void upsert(VehicleState s) {
        jdbc.update(
                "INSERT INTO dash_vehicle_state (vehicle_id, customer_id, customer_name, plate, vehicle_type, "
                        + "latitude, longitude, speed_kmh, heading, ignition, seen_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (vehicle_id) DO UPDATE SET "
                        + "customer_id = excluded.customer_id, customer_name = excluded.customer_name, "
                        + "plate = excluded.plate, vehicle_type = excluded.vehicle_type, "
                        + "latitude = excluded.latitude, longitude = excluded.longitude, "
                        + "speed_kmh = excluded.speed_kmh, heading = excluded.heading, "
                        + "ignition = excluded.ignition, seen_at = excluded.seen_at",
                s.vehicleId(), s.customerId(), s.customerName(), s.plate(), s.vehicleType(), s.latitude(),
                s.longitude(), s.speedKmh(), s.heading(), s.ignition(), Timestamp.from(s.seenAt()));
    }

    void clear() {
        jdbc.update("DELETE FROM dash_vehicle_state");
    }

    private static VehicleState row(ResultSet rows, int number) throws SQLException {
        return new VehicleState(
                rows.getLong("vehicle_id"),
                rows.getLong("customer_id"),
                rows.getString("customer_name"),
                rows.getString("plate"),
                rows.getString("vehicle_type"),
                rows.getDouble("latitude"),
                rows.getDouble("longitude"),
                rows.getFloat("speed_kmh"),
                rows.getInt("heading"),
                rows.getBoolean("ignition"),
                rows.getTimestamp("seen_at").toInstant());
    }
}
