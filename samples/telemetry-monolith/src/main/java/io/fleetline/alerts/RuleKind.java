package io.fleetline.alerts;

public enum RuleKind {
    SPEED,
    GEOFENCE,
    BATTERY,
    COOLANT
}
