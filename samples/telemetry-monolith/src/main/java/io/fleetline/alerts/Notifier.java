package io.fleetline.alerts;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class Notifier {

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);

    private final Map<Channel, NotificationSender> senders = new EnumMap<>(Channel.class);
    private final Clock clock;

    Notifier(List<NotificationSender> all, Clock clock) {
        all.forEach(sender -> senders.put(sender.channel(), sender));
        this.clock = clock;
    }

    AlertNotification notify(Alert alert, String what) {
        AlertRule rule = alert.getRule();
        String subject = "Fleetline: " + rule.getName() + " " + what;
        String text = String.format(Locale.ROOT, "Vehicle %d, %s: measured %.1f, limit %.1f, since %s",
                alert.getVehicleId(), rule.getKind(), alert.getMeasured(), rule.getThreshold(), alert.getRaisedAt());
        String error = null;
        try {
            senders.get(rule.getChannel()).send(rule.getTarget(), subject, text);
        } catch (SendException e) {
            log.warn("alert {} not delivered", alert.getId(), e);
            error = e.getMessage();
        }
        return new AlertNotification(alert, rule.getChannel(), rule.getTarget(), error == null, error,
                clock.instant());
    }
}
