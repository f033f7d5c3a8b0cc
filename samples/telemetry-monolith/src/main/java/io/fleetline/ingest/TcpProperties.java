package io.fleetline.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConstructorBinding;

@ConstructorBinding
@ConfigurationProperties("fleetline.tcp")
class TcpProperties {

    private final boolean enabled;
    private final int port;
    private final int maxSessions;
    private final int idleSeconds;

    TcpProperties(boolean enabled, int port, int maxSessions, int idleSeconds) {
        this.enabled = enabled;
        this.port = port;
        this.maxSessions = maxSessions;
        this.idleSeconds = idleSeconds;
    }

    boolean isEnabled() {
        return enabled;
    }

    int getPort() {
        return port;
    }

    int getMaxSessions() {
        return maxSessions;
    }

    int getIdleSeconds() {
        return idleSeconds;
    }
}
