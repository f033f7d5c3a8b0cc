package io.fleetline.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fleetline.common.GeoPoint;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorsTest {

    private static Measurement measurement(float kmh, Map<String, Double> readings) {
        return new Measurement(7, 1, Instant.EPOCH, new GeoPoint(48.2, 16.4), kmh, readings);
    }

    private static AlertRule rule(RuleKind kind, double threshold) {
        return new AlertRule(1, "rule", kind, threshold, Channel.MAIL, "fleet@example.org", 30);
    }

    @Test
    void speed() {
        SpeedEvaluator evaluator = new SpeedEvaluator();
        AlertRule rule = rule(RuleKind.SPEED, 130);
        assertEquals(Verdict.Outcome.VIOLATED, evaluator.evaluate(rule, measurement(131, Map.of())).outcome());
        assertEquals(Verdict.Outcome.FINE, evaluator.evaluate(rule, measurement(130, Map.of())).outcome());
    }

    @Test
    void batteryOfATruckHasTwiceTheVoltage() {
        BatteryEvaluator evaluator = new BatteryEvaluator();
        AlertRule rule = rule(RuleKind.BATTERY, 11.8);
        assertEquals(Verdict.Outcome.FINE, evaluator.evaluate(rule, measurement(0, Map.of("BATTERY", 24.6))).outcome());
        assertEquals(Verdict.Outcome.VIOLATED,
                evaluator.evaluate(rule, measurement(0, Map.of("BATTERY", 22.9))).outcome());
        assertEquals(Verdict.Outcome.UNKNOWN, evaluator.evaluate(rule, measurement(0, Map.of())).outcome());
    }

    @Test
    void geofenceWithoutCentreSaysNothing() {
        assertEquals(Verdict.Outcome.UNKNOWN,
                new GeofenceEvaluator().evaluate(rule(RuleKind.GEOFENCE, 500), measurement(0, Map.of())).outcome());
    }
}
