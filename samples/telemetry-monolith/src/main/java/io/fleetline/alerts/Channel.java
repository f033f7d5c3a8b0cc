package io.fleetline.alerts;

public enum Channel {
    MAIL,
    WEBHOOK
}
