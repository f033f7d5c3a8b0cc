package io.fleetline.alerts;

import io.fleetline.ingest.api.TelemetryReceived;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs after the message is stored, on a thread of its own. */
@Component
class TelemetryListener {

    private final RuleBook rules;
    private final EvaluatorRegistry evaluators;
    private final AlertService alerts;

    TelemetryListener(RuleBook rules, EvaluatorRegistry evaluators, AlertService alerts) {
        this.rules = rules;
        this.evaluators = evaluators;
        this.alerts = alerts;
    }

    @Async
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(TelemetryReceived event) {
        Measurement measurement = new Measurement(event.vehicleId(), event.customerId(), event.measuredAt(),
                event.point(), event.speedKmh(), event.readings());
        for (AlertRule rule : rules.of(event.customerId())) {
            Verdict verdict = evaluators.evaluate(rule, measurement);
            switch (verdict.outcome()) {
                case VIOLATED -> alerts.raise(rule.getId(), measurement, verdict.measured());
                case FINE -> alerts.settle(rule.getId(), measurement.vehicleId());
                default -> { }
            }
        }
    }
}
