package io.fleetline.devices;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface FleetCustomerRepository extends JpaRepository<FleetCustomer, Long> {

    List<FleetCustomer> findByActiveTrueOrderByName();

    boolean existsByNameIgnoreCase(String name);
}
