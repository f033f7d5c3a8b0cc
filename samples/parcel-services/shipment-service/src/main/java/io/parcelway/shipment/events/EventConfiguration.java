package io.parcelway.shipment.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.support.converter.Jackson2JsonMessageConverter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class EventConfiguration {

    public static final String SCANS_QUEUE = "shipment.scans";

    @Bean
    TopicExchange parcelEvents(@Value("${parcelway.exchange}") String name) {
        return new TopicExchange(name, true, false);
    }

    @Bean
    Queue scansQueue() {
        return QueueBuilder.durable(SCANS_QUEUE).deadLetterExchange("").deadLetterRoutingKey(SCANS_QUEUE + ".dead").build();
    }

    @Bean
    Queue deadScansQueue() {
        return QueueBuilder.durable(SCANS_QUEUE + ".dead").build();
    }

    @Bean
    Binding scansBinding(Queue scansQueue, TopicExchange parcelEvents) {
        return BindingBuilder.bind(scansQueue).to(parcelEvents).with("parcel.*");
    }

    @Bean
    Jackson2JsonMessageConverter messageConverter(ObjectMapper mapper) {
        return new Jackson2JsonMessageConverter(mapper);
    }
}
