package io.fleetline.ingest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class ParserRegistry {

    private final Map<String, MessageParser> parsers;

    ParserRegistry(List<MessageParser> parsers) {
        this.parsers = parsers.stream().collect(Collectors.toMap(MessageParser::protocol, Function.identity()));
    }

    ParsedMessage parse(RawMessage message) throws ParseException {
        MessageParser parser = parsers.get(message.protocol());
        if (parser == null) {
            throw new ParseException("unknown protocol " + message.protocol());
        }
        return parser.parse(message.payload());
    }
}
