package io.fleetline.ingest;

interface MessageParser {

    String protocol();

    ParsedMessage parse(String payload) throws ParseException;
}
