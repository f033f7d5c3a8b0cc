package io.fleetline.dashboard;

import java.time.LocalDate;

record DailyUsage(long vehicleId, long customerId, LocalDate day, long distanceMeters, long drivingSeconds,
                  long idleSeconds, float topSpeedKmh) {
}
