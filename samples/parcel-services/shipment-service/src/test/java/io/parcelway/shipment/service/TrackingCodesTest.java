package io.parcelway.shipment.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrackingCodesTest {

    private final TrackingCodes codes = new TrackingCodes();

    @Test
    void generatedCodesAreValid() {
        for (int i = 0; i < 200; i++) {
            assertTrue(codes.isValid(codes.next()));
        }
    }

    @Test
    void aWrongDigitIsNoticed() {
        int check = TrackingCodes.checkDigit("0000000001");
        assertEquals(5, check);
        assertFalse(codes.isValid("PW00000000016"));
    }

    @Test
    void otherTextsAreRefused() {
        assertFalse(codes.isValid(null));
        assertFalse(codes.isValid("RR123456785DE"));
    }
}
