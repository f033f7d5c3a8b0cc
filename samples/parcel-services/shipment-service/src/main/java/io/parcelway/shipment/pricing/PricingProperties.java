package io.parcelway.shipment.pricing;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("parcelway.pricing")
public record PricingProperties(String baseUrl, int timeoutMillis) {
}
