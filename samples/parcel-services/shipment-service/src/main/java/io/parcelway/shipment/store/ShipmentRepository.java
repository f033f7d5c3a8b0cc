package io.parcelway.shipment.store;

import io.parcelway.shipment.domain.Shipment;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

public interface ShipmentRepository extends JpaRepository<Shipment, Long> {

    @EntityGraph(attributePaths = {"customer", "parcels"})
    Optional<Shipment> findByTrackingCode(String trackingCode);

    Page<Shipment> findByCustomerAccountNumberOrderByCreatedAtDesc(String accountNumber, Pageable page);
}
