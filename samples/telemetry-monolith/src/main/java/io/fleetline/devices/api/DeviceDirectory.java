package io.fleetline.devices.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the other packages may ask about customers, vehicles and devices. */
public interface DeviceDirectory {

    Optional<VehicleRef> vehicleOfDevice(String serial, Instant at);

    Optional<VehicleRef> vehicle(long vehicleId);

    Optional<CustomerRef> customer(long customerId);

    List<Long> vehicleIdsOf(long customerId);

    void firmwareReported(String serial, String version);
}
