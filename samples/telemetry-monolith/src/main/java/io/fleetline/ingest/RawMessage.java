package io.fleetline.ingest;

import java.time.Instant;

record RawMessage(String deviceSerial, String protocol, String payload, Instant receivedAt) {
}
