package io.fleetline.alerts;

public enum AlertState {
    OPEN,
    ACKNOWLEDGED,
    CLOSED
}
