package io.fleetline.devices;

import java.util.Map;
import org.springframework.stereotype.Component;

/** ISO 3779; the check digit is only enforced for North American manufacturers. */
@Component
class VinValidator {

    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final Map<Character, Integer> VALUES = values();

    boolean isValid(String vin) {
        if (vin == null || !vin.matches("[A-HJ-NPR-Z0-9]{17}")) {
            return false;
        }
        char region = vin.charAt(0);
        if (region < '1' || region > '5') {
            return true;
        }
        return checkDigit(vin) == vin.charAt(8);
    }

    char checkDigit(String vin) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char c = vin.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : VALUES.get(c);
            sum += WEIGHTS[i] * value;
        }
        int rest = sum % 11;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    private static Map<Character, Integer> values() {
        Map<Character, Integer> values = new java.util.HashMap<>();
        String letters = "ABCDEFGH JKLMN P R STUVWXYZ";
        int[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 0, 2, 3, 4, 5, 6, 7, 8, 9};
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) != ' ') {
                values.put(letters.charAt(i), numbers[i]);
            }
        }
        return values;
    }
}
