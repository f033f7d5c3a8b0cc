package io.fleetline.dashboard;

import java.time.LocalDate;

record Kpi(LocalDate day, int activeVehicles, long kilometres, long drivingHours, int idlePercent,
           float topSpeedKmh) {
}
