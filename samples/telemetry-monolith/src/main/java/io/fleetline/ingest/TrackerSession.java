package io.fleetline.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** First line: HELLO serial. Then one line per message, each answered with OK or ERR. */
class TrackerSession {

    private static final String GREETING = "HELLO ";

    private final Socket socket;
    private final IngestService ingest;
    private final Clock clock;

    TrackerSession(Socket socket, IngestService ingest, Clock clock) {
        this.socket = socket;
        this.ingest = ingest;
        this.clock = clock;
    }

    void run() throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
        String greeting = in.readLine();
        if (greeting == null || !greeting.startsWith(GREETING)) {
            answer(out, "BYE");
            return;
        }
        String serial = greeting.substring(GREETING.length()).trim();
        answer(out, "OK");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            boolean accepted = ingest.accept(new RawMessage(serial, "line", line, clock.instant()));
            answer(out, accepted ? "OK" : "ERR");
        }
    }

    private static void answer(Writer out, String text) throws IOException {
        out.write(text);
        out.write("\r\n");
        out.flush();
    }
}
