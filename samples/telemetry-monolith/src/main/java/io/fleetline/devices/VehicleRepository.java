package io.fleetline.devices;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface VehicleRepository extends JpaRepository<Vehicle, Long> {

    @EntityGraph(attributePaths = "customer")
    Optional<Vehicle> findWithCustomerById(Long id);

    @EntityGraph(attributePaths = "customer")
    List<Vehicle> findByCustomerIdAndRetiredFalseOrderByPlate(Long customerId);

    Optional<Vehicle> findByVin(String vin);

    int countByCustomerIdAndRetiredFalse(Long customerId);
}
