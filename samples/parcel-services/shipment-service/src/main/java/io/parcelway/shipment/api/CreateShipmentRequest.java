package io.parcelway.shipment.api;

import io.parcelway.shipment.domain.ServiceLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

public record CreateShipmentRequest(
        @NotBlank String accountNumber,
        @NotNull ServiceLevel serviceLevel,
        @Size(min = 2, max = 2) String senderCountry,
        @NotBlank String senderPostcode,
        @NotNull @Valid Address recipient,
        @NotEmpty @Size(max = 25) List<@Valid Piece> parcels) {

    public record Address(
            @NotBlank String name,
            @NotBlank String street,
            @NotBlank String postcode,
            @NotBlank String city,
            @Size(min = 2, max = 2) String country,
            @Email String email) {
    }

    public record Piece(
            @Min(1) @Max(40_000) int weightGrams,
            @Min(10) @Max(2_000) int lengthMm,
            @Min(10) @Max(2_000) int widthMm,
            @Min(10) @Max(2_000) int heightMm) {
    }
}
