package io.fleetline.alerts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class EvaluatorRegistry {

    private final Map<RuleKind, RuleEvaluator> evaluators = new EnumMap<>(RuleKind.class);

    EvaluatorRegistry(List<RuleEvaluator> all) {
        all.forEach(evaluator -> evaluators.put(evaluator.kind(), evaluator));
    }

    Verdict evaluate(AlertRule rule, Measurement measurement) {
        RuleEvaluator evaluator = evaluators.get(rule.getKind());
        return evaluator == null ? Verdict.unknown() : evaluator.evaluate(rule, measurement);
    }
}
