package io.fleetline.alerts;

import io.fleetline.common.GeoPoint;
import org.springframework.stereotype.Component;

/** The threshold is the radius in metres. */
@Component
class GeofenceEvaluator implements RuleEvaluator {

    @Override
    public RuleKind kind() {
        return RuleKind.GEOFENCE;
    }

    @Override
    public Verdict evaluate(AlertRule rule, Measurement measurement) {
        GeoPoint center = rule.center();
        if (center == null) {
            return Verdict.unknown();
        }
        double distance = center.metersTo(measurement.point());
        return Verdict.of(distance > rule.getThreshold(), distance);
    }
}
