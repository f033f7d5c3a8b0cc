package io.parcelway.shipment.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;

public record Quote(
        @JsonProperty("quote_id") String quoteId,
        @JsonProperty("total_cents") int totalCents,
        String currency) {
}
