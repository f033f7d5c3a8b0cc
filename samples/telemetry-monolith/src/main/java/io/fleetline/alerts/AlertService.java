package io.fleetline.alerts;

import io.fleetline.common.ConflictException;
import io.fleetline.common.NotFoundException;
import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AlertService {

    private final AlertRepository alerts;
    private final AlertRuleRepository rules;
    private final AlertNotificationRepository notifications;
    private final Notifier notifier;
    private final Clock clock;

    AlertService(AlertRepository alerts, AlertRuleRepository rules, AlertNotificationRepository notifications,
                 Notifier notifier, Clock clock) {
        this.alerts = alerts;
        this.rules = rules;
        this.notifications = notifications;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** One alert per rule and vehicle stays open, however many messages violate the rule. */
    @Transactional
    public void raise(long ruleId, Measurement measurement, double measured) {
        if (alerts.findFirstByRuleIdAndVehicleIdAndStateNot(ruleId, measurement.vehicleId(), AlertState.CLOSED)
                .isPresent()) {
            return;
        }
        AlertRule rule = rules.getReferenceById(ruleId);
        Alert alert = alerts.save(
                new Alert(rule, measurement.vehicleId(), AlertState.OPEN, measured, measurement.at()));
        notifications.save(notifier.notify(alert, "raised"));
    }

    @Transactional
    public void settle(long ruleId, long vehicleId) {
        alerts.findFirstByRuleIdAndVehicleIdAndStateNot(ruleId, vehicleId, AlertState.CLOSED)
                .ifPresent(Alert::close);
    }

    @Transactional
    public Alert acknowledge(long id, String by) {
        Alert alert = get(id);
        if (alert.getState() != AlertState.OPEN) {
            throw new ConflictException("alert " + id + " is " + alert.getState());
        }
        alert.acknowledge(by, clock.instant());
        return alert;
    }

    @Transactional
    public int escalateOverdue() {
        int escalated = 0;
        for (Alert alert : alerts.findByState(AlertState.OPEN)) {
            long minutes = (long) alert.getRule().getEscalateAfterMinutes() * (alert.getEscalations() + 1);
            if (alert.getRaisedAt().plusSeconds(minutes * 60).isBefore(clock.instant())) {
                alert.escalated();
                notifications.save(notifier.notify(alert, "still open"));
                escalated++;
            }
        }
        return escalated;
    }

    @Transactional(readOnly = true)
    public List<Alert> latest(long customerId, int most) {
        return alerts.findByRuleCustomerIdOrderByRaisedAtDesc(customerId, PageRequest.of(0, most));
    }

    @Transactional(readOnly = true)
    public List<AlertNotification> notificationsOf(long alertId) {
        return notifications.findByAlertIdOrderBySentAt(alertId);
    }

    private Alert get(long id) {
        return alerts.findWithRuleById(id).orElseThrow(() -> new NotFoundException("alert", id));
    }
}
