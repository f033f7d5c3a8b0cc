package io.fleetline.alerts;

import org.springframework.stereotype.Component;

@Component
class SpeedEvaluator implements RuleEvaluator {

    @Override
    public RuleKind kind() {
        return RuleKind.SPEED;
    }

    @Override
    public Verdict evaluate(AlertRule rule, Measurement measurement) {
        return Verdict.of(measurement.speedKmh() > rule.getThreshold(), measurement.speedKmh());
    }
}
