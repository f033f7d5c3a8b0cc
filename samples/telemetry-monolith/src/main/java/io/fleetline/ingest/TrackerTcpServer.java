package io.fleetline.ingest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The T100 has no HTTP client: it opens a socket, says its serial and then sends lines. */
@Component
class TrackerTcpServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrackerTcpServer.class);

    private final TcpProperties properties;
    private final IngestService ingest;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();
    private final Semaphore slots;

    private ExecutorService threads;
    private volatile ServerSocket server;

    TrackerTcpServer(TcpProperties properties, IngestService ingest, IngestMetrics metrics, Clock clock) {
        this.properties = properties;
        this.ingest = ingest;
        this.metrics = metrics;
        this.clock = clock;
        this.slots = new Semaphore(properties.getMaxSessions());
    }

    @Override
    public void start() {
        if (!properties.isEnabled()) {
            return;
        }
        try {
            server = new ServerSocket(properties.getPort());
        } catch (IOException e) {
            throw new IllegalStateException("port " + properties.getPort(), e);
        }
        threads = Executors.newCachedThreadPool();
        threads.execute(this::acceptLoop);
        log.info("trackers are served on port {}", server.getLocalPort());
    }

    private void acceptLoop() {
        while (isRunning()) {
            try {
                Socket socket = server.accept();
                if (!slots.tryAcquire()) {
                    socket.close();
                    continue;
                }
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                if (isRunning()) {
                    log.warn("accept failed", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        metrics.sessions(open.incrementAndGet());
        try (socket) {
            socket.setSoTimeout(properties.getIdleSeconds() * 1000);
            new TrackerSession(socket, ingest, clock).run();
        } catch (IOException e) {
            log.debug("session ended: {}", e.getMessage());
        } finally {
            slots.release();
            metrics.sessions(open.decrementAndGet());
        }
    }

    @Override
    public void stop() {
        ServerSocket current = server;
        server = null;
        if (current == null) {
            return;
        }
        try {
            current.close();
        } catch (IOException e) {
            log.debug("close", e);
        }
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
