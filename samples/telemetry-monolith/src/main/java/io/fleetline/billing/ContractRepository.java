package io.fleetline.billing;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface ContractRepository extends JpaRepository<Contract, Long> {

    @EntityGraph(attributePaths = "plan")
    List<Contract> findByCustomerIdOrderByStartsOnDesc(long customerId);

    @Override
    @EntityGraph(attributePaths = "plan")
    List<Contract> findAll();
}
