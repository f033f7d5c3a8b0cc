package io.fleetline.billing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PricePlanRepository extends JpaRepository<PricePlan, Long> {

    Optional<PricePlan> findByCode(String code);

    List<PricePlan> findByOfferedTrueOrderByBaseCents();
}
