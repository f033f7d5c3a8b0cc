package io.fleetline.devices.api;

public record CustomerRef(long id, String name, String contactEmail, String country) {
}
