package io.parcelway.shipment.events;

import java.time.Instant;

public record ScanEvent(String trackingCode, String kind, String depot, Instant at) {
}
