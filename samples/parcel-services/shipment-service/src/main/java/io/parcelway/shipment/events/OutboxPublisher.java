package io.parcelway.shipment.events;

import io.parcelway.shipment.domain.OutboxEntry;
import io.parcelway.shipment.store.OutboxRepository;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class OutboxPublisher {

    private static final Logger log = LoggerFactory.getLogger(OutboxPublisher.class);

    private final OutboxRepository entries;
    private final RabbitTemplate rabbit;
    private final TopicExchange exchange;

    public OutboxPublisher(OutboxRepository entries, RabbitTemplate rabbit, TopicExchange parcelEvents) {
        this.entries = entries;
        this.rabbit = rabbit;
        this.exchange = parcelEvents;
    }

    @Scheduled(fixedDelayString = "${parcelway.outbox.interval-millis}")
    @Transactional
    public void publish() {
        for (OutboxEntry entry : entries.lockUnpublished()) {
            Message message = MessageBuilder
                    .withBody(entry.getPayload().getBytes(StandardCharsets.UTF_8))
                    .setContentType("application/json")
                    .setMessageId("shipment-" + entry.getId())
                    .build();
            rabbit.send(exchange.getName(), entry.getRoutingKey(), message);
            entry.markPublished();
            log.debug("published {} {}", entry.getRoutingKey(), entry.getId());
        }
    }
}
