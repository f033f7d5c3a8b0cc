package io.fleetline.devices;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface DeviceAssignmentRepository extends JpaRepository<DeviceAssignment, Long> {

    @EntityGraph(attributePaths = {"vehicle", "vehicle.customer", "device"})
    List<DeviceAssignment> findByDeviceSerialOrderByAssignedAtDesc(String serial);

    Optional<DeviceAssignment> findByDeviceIdAndReleasedAtIsNull(Long deviceId);

    List<DeviceAssignment> findByVehicleIdAndReleasedAtIsNull(Long vehicleId);
}
