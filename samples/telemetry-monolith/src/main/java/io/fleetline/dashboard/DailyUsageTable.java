package io.fleetline.dashboard;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class DailyUsageTable {

    private final JdbcTemplate jdbc;

    DailyUsageTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(DailyUsage u) {
        jdbc.update(
                "INSERT INTO dash_daily_usage (vehicle_id, customer_id, day, distance_meters, driving_seconds, "
                        + "idle_seconds, top_speed_kmh) VALUES (?, ?, ?, ?, ?, ?, ?) "
                        + "ON CONFLICT (vehicle_id, day) DO UPDATE SET "
                        + "distance_meters = dash_daily_usage.distance_meters + excluded.distance_meters, "
                        + "driving_seconds = dash_daily_usage.driving_seconds + excluded.driving_seconds, "
                        + "idle_seconds = dash_daily_usage.idle_seconds + excluded.idle_seconds, "
                        + "top_speed_kmh = greatest(dash_daily_usage.top_speed_kmh, excluded.top_speed_kmh)",
                u.vehicleId(), u.customerId(), Date.valueOf(u.day()), u.distanceMeters(), u.drivingSeconds(),
                u.idleSeconds(), u.topSpeedKmh());
    }

    List<DailyUsage> ofVehicle(long vehicleId, LocalDate from, LocalDate to) {
        return jdbc.query(
                "SELECT * FROM dash_daily_usage WHERE vehicle_id = ? AND day BETWEEN ? AND ? ORDER BY day",
                DailyUsageTable::row, vehicleId, Date.valueOf(from), Date.valueOf(to));
    }

    List<DailyUsage> ofCustomer(long customerId, LocalDate from, LocalDate to) {
        return jdbc.query(
                "SELECT * FROM dash_daily_usage WHERE customer_id = ? AND day BETWEEN ? AND ? ORDER BY day, vehicle_id",
                DailyUsageTable::row, customerId, Date.valueOf(from), Date.valueOf(to));
    }

    void clear() {
        jdbc.update("DELETE FROM dash_daily_usage");
    }

    private static DailyUsage row(ResultSet rows, int number) throws SQLException {
        return new DailyUsage(
                rows.getLong("vehicle_id"),
                rows.getLong("customer_id"),
                rows.getDate("day").toLocalDate(),
                rows.getLong("distance_meters"),
                rows.getLong("driving_seconds"),
                rows.getLong("idle_seconds"),
                rows.getFloat("top_speed_kmh"));
    }
}
