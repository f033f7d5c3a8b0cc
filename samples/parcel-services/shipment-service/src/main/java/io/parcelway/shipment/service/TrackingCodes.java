package io.parcelway.shipment.service;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** PW + ten digits + check digit (weights 8 6 4 2 3 5 9 7 8 6, modulo 11). */
@Component
public class TrackingCodes {

    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7, 8, 6};

    private final SecureRandom random = new SecureRandom();

    public String next() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < WEIGHTS.length; i++) {
            digits.append(random.nextInt(10));
        }
        return "PW" + digits + checkDigit(digits);
    }

    public boolean isValid(String code) {
        if (code == null || !code.matches("PW\\d{11}")) {
            return false;
        }
        return checkDigit(code.substring(2, 12)) == code.charAt(12) - '0';
    }

    static int checkDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        return check == 10 ? 0 : check == 11 ? 5 : check;
    }
}
