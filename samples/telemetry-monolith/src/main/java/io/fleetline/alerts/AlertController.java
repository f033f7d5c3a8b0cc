package io.fleetline.alerts;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class AlertController {

    private final AlertService alerts;

    AlertController(AlertService alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/customers/{customerId}/alerts")
    public List<AlertView> latest(@PathVariable long customerId, @RequestParam(defaultValue = "100") int most) {
        return alerts.latest(customerId, Math.min(most, 500)).stream().map(AlertView::of)
                .collect(Collectors.toList());
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    public AlertView acknowledge(@PathVariable long id, @RequestParam String by) {
        return AlertView.of(alerts.acknowledge(id, by));
    }

    @GetMapping("/alerts/{id}/notifications")
    public List<NotificationView> notifications(@PathVariable long id) {
        return alerts.notificationsOf(id).stream().map(NotificationView::of).collect(Collectors.toList());
    }

    record AlertView(long id, String rule, long vehicleId, AlertState state, double measured, Instant raisedAt,
                     String acknowledgedBy) {

        static AlertView of(Alert a) {
            return new AlertView(a.getId(), a.getRule().getName(), a.getVehicleId(), a.getState(), a.getMeasured(),
                    a.getRaisedAt(), a.getAcknowledgedBy());
        }
    }

    record NotificationView(Channel channel, String target, boolean delivered, String error, Instant sentAt) {

        static NotificationView of(AlertNotification n) {
            return new NotificationView(n.getChannel(), n.getTarget(), n.isDelivered(), n.getError(), n.getSentAt());
        }
    }
}
