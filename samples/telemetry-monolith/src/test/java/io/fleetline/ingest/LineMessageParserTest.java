package io.fleetline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineMessageParserTest {

    private final LineMessageParser parser = new LineMessageParser();

    @Test
    void readsAllFields() throws ParseException {
        ParsedMessage message = parser.parse("1712908800,48.2082,16.3738,52.5,90,1,BATTERY=12.6,FW=3.1");
        assertEquals(1712908800, message.measuredAt().getEpochSecond());
        assertEquals(12.6, message.readings().get("BATTERY"));
        assertEquals("3.1", message.firmware());
        assertTrue(message.ignition());
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThrows(ParseException.class, () -> parser.parse("1712908800,48.2"));
        assertThrows(ParseException.class, () -> parser.parse("x,48.2,16.3,0,0,1"));
        assertThrows(ParseException.class, () -> parser.parse("1712908800,98.2,16.3,0,0,1"));
    }
}
