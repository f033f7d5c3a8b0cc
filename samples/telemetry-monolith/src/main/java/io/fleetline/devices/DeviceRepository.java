package io.fleetline.devices;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface DeviceRepository extends JpaRepository<Device, Long> {

    Optional<Device> findBySerial(String serial);
}
