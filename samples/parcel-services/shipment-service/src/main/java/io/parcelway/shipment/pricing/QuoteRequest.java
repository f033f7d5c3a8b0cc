package io.parcelway.shipment.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;

public record QuoteRequest(
        @JsonProperty("from_country") String fromCountry,
        @JsonProperty("to_country") String toCountry,
        @JsonProperty("to_postcode") String toPostcode,
        @JsonProperty("service_level") String serviceLevel,
        @JsonProperty("weight_grams") int weightGrams,
        @JsonProperty("pieces") int pieces) {
}
