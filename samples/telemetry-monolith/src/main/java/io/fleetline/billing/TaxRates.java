package io.fleetline.billing;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Customers outside the home country owe the tax themselves (reverse charge). */
@Component
class TaxRates {

    private static final Map<String, Integer> PERCENT = Map.of("AT", 20);

    long taxOn(long netCents, String country) {
        int percent = PERCENT.getOrDefault(country, 0);
        return Math.round(netCents * percent / 100.0);
    }

    boolean reverseCharge(String country) {
        return !PERCENT.containsKey(country);
    }
}
