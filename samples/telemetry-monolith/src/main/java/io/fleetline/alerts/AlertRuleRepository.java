package io.fleetline.alerts;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AlertRuleRepository extends JpaRepository<AlertRule, Long> {

    List<AlertRule> findByEnabledTrue();

    List<AlertRule> findByCustomerIdOrderByName(long customerId);
}
