package io.fleetline.alerts;

import io.fleetline.common.GeoPoint;
import io.fleetline.common.NotFoundException;
import io.fleetline.devices.api.DeviceDirectory;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RuleService {

    private final AlertRuleRepository rules;
    private final DeviceDirectory directory;

    RuleService(AlertRuleRepository rules, DeviceDirectory directory) {
        this.rules = rules;
        this.directory = directory;
    }

    @Transactional
    public AlertRule create(long customerId, String name, RuleKind kind, double threshold, GeoPoint center,
                            Channel channel, String target, int escalateAfterMinutes) {
        if (directory.customer(customerId).isEmpty()) {
            throw new NotFoundException("customer", customerId);
        }
        if (kind == RuleKind.GEOFENCE && center == null) {
            throw new IllegalArgumentException("a geofence needs its centre");
        }
        AlertRule rule = new AlertRule(customerId, name, kind, threshold, channel, target, escalateAfterMinutes);
        if (center != null) {
            rule.fence(center);
        }
        return rules.save(rule);
    }

    @Transactional(readOnly = true)
    public List<AlertRule> ofCustomer(long customerId) {
        return rules.findByCustomerIdOrderByName(customerId);
    }

    @Transactional
    public void disable(long id) {
        rules.findById(id).orElseThrow(() -> new NotFoundException("rule", id)).disable();
    }
}
