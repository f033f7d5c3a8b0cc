package io.fleetline.ingest;

import io.fleetline.devices.api.DeviceDirectory;
import io.fleetline.devices.api.VehicleRef;
import io.fleetline.ingest.api.TelemetryReceived;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class IngestService {

    private final ParserRegistry parsers;
    private final PlausibilityFilter filter;
    private final DeviceDirectory directory;
    private final RawMessageTable rawMessages;
    private final PositionTable positions;
    private final EngineReadingTable readings;
    private final IngestMetrics metrics;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    IngestService(ParserRegistry parsers, PlausibilityFilter filter, DeviceDirectory directory,
                  RawMessageTable rawMessages, PositionTable positions, EngineReadingTable readings,
                  IngestMetrics metrics, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.parsers = parsers;
        this.filter = filter;
        this.directory = directory;
        this.rawMessages = rawMessages;
        this.positions = positions;
        this.readings = readings;
        this.metrics = metrics;
        this.events = events;
        this.transaction = transaction;
    }

    /** A message that cannot be used is kept with its problem, the device never sends it again. */
    boolean accept(RawMessage message) {
        ParsedMessage parsed;
        Optional<VehicleRef> vehicle;
        try {
            parsed = parsers.parse(message);
            filter.check(parsed);
            vehicle = directory.vehicleOfDevice(message.deviceSerial(), parsed.measuredAt());
            if (vehicle.isEmpty()) {
                throw new ParseException("the device is in no vehicle");
            }
        } catch (ParseException e) {
            rawMessages.insert(message, e.getMessage());
            metrics.rejected(message.protocol());
            return false;
        }
        VehicleRef target = vehicle.get();
        transaction.executeWithoutResult(status -> {
            long rawId = rawMessages.insert(message, null);
            positions.insert(rawId, target.id(), parsed);
            readings.insert(rawId, target.id(), parsed.measuredAt(), parsed.readings());
            events.publishEvent(new TelemetryReceived(target.id(), target.customerId(), parsed.measuredAt(),
                    parsed.point(), parsed.speedKmh(), parsed.readings()));
        });
        if (parsed.firmware() != null) {
            directory.firmwareReported(message.deviceSerial(), parsed.firmware());
        }
        metrics.accepted(message.protocol());
        return true;
    }
}
