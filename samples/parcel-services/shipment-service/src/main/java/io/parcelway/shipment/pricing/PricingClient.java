package io.parcelway.shipment.pricing;

import io.parcelway.shipment.domain.Shipment;
import java.time.Duration;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

@Component
public class PricingClient {

    private final RestTemplate http;
    private final PricingProperties properties;

    public PricingClient(RestTemplateBuilder builder, PricingProperties properties) {
        Duration timeout = Duration.ofMillis(properties.timeoutMillis());
        this.http = builder.setConnectTimeout(timeout).setReadTimeout(timeout).build();
        this.properties = properties;
    }

    public Quote quote(Shipment shipment) {
        QuoteRequest request = new QuoteRequest(
                shipment.getSenderCountry(),
                shipment.getRecipient().getCountry(),
                shipment.getRecipient().getPostcode(),
                shipment.getServiceLevel().name(),
                shipment.chargeableGrams(),
                shipment.getParcels().size());
        try {
            return http.postForObject(properties.baseUrl() + "/quotes", request, Quote.class);
        } catch (RestClientException e) {
            throw new PricingUnavailableException("no quote for " + shipment.getTrackingCode(), e);
        }
    }
}
