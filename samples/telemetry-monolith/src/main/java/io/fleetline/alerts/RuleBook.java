package io.fleetline.alerts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The enabled rules by customer, read again every half minute. */
@Component
class RuleBook {

    private final AlertRuleRepository rules;
    private volatile Map<Long, List<AlertRule>> byCustomer = Map.of();

    RuleBook(AlertRuleRepository rules) {
        this.rules = rules;
    }

    @Scheduled(fixedDelay = 30_000)
    public void reload() {
        byCustomer = rules.findByEnabledTrue().stream().collect(Collectors.groupingBy(AlertRule::getCustomerId));
    }

    List<AlertRule> of(long customerId) {
        return byCustomer.getOrDefault(customerId, List.of());
    }
}
