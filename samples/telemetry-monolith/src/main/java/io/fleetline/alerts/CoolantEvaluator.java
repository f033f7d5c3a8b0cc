package io.fleetline.alerts;

import org.springframework.stereotype.Component;

@Component
class CoolantEvaluator implements RuleEvaluator {

    @Override
    public RuleKind kind() {
        return RuleKind.COOLANT;
    }

    @Override
    public Verdict evaluate(AlertRule rule, Measurement measurement) {
        Double celsius = measurement.readings().get("COOLANT");
        return celsius == null ? Verdict.unknown() : Verdict.of(celsius > rule.getThreshold(), celsius);
    }
}
