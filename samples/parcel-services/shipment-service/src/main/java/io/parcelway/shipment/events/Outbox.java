package io.parcelway.shipment.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcelway.shipment.domain.OutboxEntry;
import io.parcelway.shipment.domain.Shipment;
import io.parcelway.shipment.store.OutboxRepository;
import org.springframework.stereotype.Component;

/** Writes events into the database of the shipment, in the transaction of the change. */
@Component
public class Outbox {

    private final OutboxRepository entries;
    private final ObjectMapper mapper;

    public Outbox(OutboxRepository entries, ObjectMapper mapper) {
        this.entries = entries;
        this.mapper = mapper;
    }

    public void add(String routingKey, Shipment shipment) {
        try {
            String payload = mapper.writeValueAsString(ShipmentEvent.of(routingKey, shipment));
            entries.save(new OutboxEntry(routingKey, payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
