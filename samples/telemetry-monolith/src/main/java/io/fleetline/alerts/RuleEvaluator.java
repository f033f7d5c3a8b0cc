package io.fleetline.alerts;

interface RuleEvaluator {

    RuleKind kind();

    Verdict evaluate(AlertRule rule, Measurement measurement);
}
