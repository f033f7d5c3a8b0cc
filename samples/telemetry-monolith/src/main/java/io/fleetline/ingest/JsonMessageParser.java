package io.fleetline.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetline.common.GeoPoint;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {"at":"2024-04-12T08:00:00Z","lat":48.2,"lon":16.4,"kmh":52,"hdg":90,"ign":true,"r":{"BATTERY":12.6},"fw":"3.1"} */
@Component
class JsonMessageParser implements MessageParser {

    private final ObjectMapper mapper;

    JsonMessageParser(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String protocol() {
        return "json";
    }

    @Override
    public ParsedMessage parse(String payload) throws ParseException {
        try {
            JsonNode node = mapper.readTree(payload);
            Map<String, Double> readings = new HashMap<>();
            node.path("r").fields().forEachRemaining(field ->
                    readings.put(field.getKey(), field.getValue().asDouble()));
            return new ParsedMessage(
                    Instant.parse(required(node, "at").asText()),
                    new GeoPoint(required(node, "lat").asDouble(), required(node, "lon").asDouble()),
                    (float) node.path("kmh").asDouble(0),
                    node.path("hdg").asInt(0),
                    node.path("ign").asBoolean(false),
                    readings,
                    node.hasNonNull("fw") ? node.get("fw").asText() : null);
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            throw new ParseException("unreadable message", e);
        }
    }

    private static JsonNode required(JsonNode node, String name) throws ParseException {
        if (!node.hasNonNull(name)) {
            throw new ParseException(name + " is missing");
        }
        return node.get(name);
    }
}
