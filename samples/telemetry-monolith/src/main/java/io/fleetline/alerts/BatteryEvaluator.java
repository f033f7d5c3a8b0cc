package io.fleetline.alerts;

import org.springframework.stereotype.Component;

/** Below the threshold in volts; a 24 V system is recognised by its level. */
@Component
class BatteryEvaluator implements RuleEvaluator {

    private static final double TWENTY_FOUR_VOLT_FLOOR = 17;

    @Override
    public RuleKind kind() {
        return RuleKind.BATTERY;
    }

    @Override
    public Verdict evaluate(AlertRule rule, Measurement measurement) {
        Double volts = measurement.readings().get("BATTERY");
        if (volts == null) {
            return Verdict.unknown();
        }
        double comparable = volts > TWENTY_FOUR_VOLT_FLOOR ? volts / 2 : volts;
        return Verdict.of(comparable < rule.getThreshold(), volts);
    }
}
