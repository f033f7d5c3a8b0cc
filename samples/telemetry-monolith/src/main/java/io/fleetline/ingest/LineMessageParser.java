package io.fleetline.ingest;

import io.fleetline.common.GeoPoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The line protocol of the T100: epochSeconds,lat,lon,kmh,heading,ignition[,KIND=value...] */
@Component
class LineMessageParser implements MessageParser {

    private static final int FIXED_FIELDS = 6;

    @Override
    public String protocol() {
        return "line";
    }

    @Override
    public ParsedMessage parse(String payload) throws ParseException {
        String[] fields = payload.trim().split(",");
        if (fields.length < FIXED_FIELDS) {
            throw new ParseException(fields.length + " fields, at least " + FIXED_FIELDS + " are expected");
        }
        try {
            Map<String, Double> readings = new HashMap<>();
            String firmware = null;
            for (int i = FIXED_FIELDS; i < fields.length; i++) {
                int equals = fields[i].indexOf('=');
                if (equals < 1) {
                    throw new ParseException("not KIND=value: " + fields[i]);
                }
                String kind = fields[i].substring(0, equals);
                String value = fields[i].substring(equals + 1);
                if (kind.equals("FW")) {
                    firmware = value;
                } else {
                    readings.put(kind, Double.parseDouble(value));
                }
            }
            return new ParsedMessage(
                    Instant.ofEpochSecond(Long.parseLong(fields[0])),
                    new GeoPoint(Double.parseDouble(fields[1]), Double.parseDouble(fields[2])),
                    Float.parseFloat(fields[3]),
                    Integer.parseInt(fields[4]),
                    fields[5].equals("1"),
                    readings,
                    firmware);
        } catch (IllegalArgumentException e) {
            throw new ParseException("unreadable line", e);
        }
    }
}
