package io.fleetline.dashboard;

import java.util.Map;

record FleetOverview(int vehicles, int moving, int idling, int parked, int silent, Map<String, Long> byType) {
}
