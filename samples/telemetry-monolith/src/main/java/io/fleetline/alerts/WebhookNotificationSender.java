package io.fleetline.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Posts to an address that the customer entered. */
@Component
class WebhookNotificationSender implements NotificationSender {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper mapper;

    WebhookNotificationSender(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public void send(String target, String subject, String text) throws SendException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(target))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body(subject, text)))
                    .build();
            HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
            if (response.statusCode() >= 300) {
                throw new IOException("answered " + response.statusCode());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SendException("webhook " + target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendException("interrupted", e);
        }
    }

    private String body(String subject, String text) throws JsonProcessingException {
        return mapper.writeValueAsString(Map.of("subject", subject, "text", text));
    }
}
