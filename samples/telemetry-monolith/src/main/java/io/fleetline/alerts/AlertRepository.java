package io.fleetline.alerts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface AlertRepository extends JpaRepository<Alert, Long> {

    Optional<Alert> findFirstByRuleIdAndVehicleIdAndStateNot(Long ruleId, long vehicleId, AlertState state);

    @EntityGraph(attributePaths = "rule")
    List<Alert> findByState(AlertState state);

    @EntityGraph(attributePaths = "rule")
    List<Alert> findByRuleCustomerIdOrderByRaisedAtDesc(long customerId, Pageable page);

    @EntityGraph(attributePaths = "rule")
    Optional<Alert> findWithRuleById(Long id);
}
