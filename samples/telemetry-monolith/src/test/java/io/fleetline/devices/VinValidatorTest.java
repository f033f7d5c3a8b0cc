package io.fleetline.devices;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VinValidatorTest {

    private final VinValidator vins = new VinValidator();

    @Test
    void checkDigitOfAnAmericanNumber() {
        assertTrue(vins.isValid("1M8GDM9AXKP042788"));
        assertFalse(vins.isValid("1M8GDM9A1KP042788"));
    }

    @Test
    void europeanNumbersHaveNone() {
        assertTrue(vins.isValid("WDB9066331S123456"));
    }

    @Test
    void lettersThatLookLikeDigitsAreForbidden() {
        assertFalse(vins.isValid("WDB9O66331S123456"));
        assertFalse(vins.isValid("SHORT"));
    }
}
