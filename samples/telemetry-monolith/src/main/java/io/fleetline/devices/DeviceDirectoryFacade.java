package io.fleetline.devices;

import io.fleetline.devices.api.CustomerRef;
import io.fleetline.devices.api.DeviceDirectory;
import io.fleetline.devices.api.VehicleRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DeviceDirectoryFacade implements DeviceDirectory {

    private final AssignmentCache assignments;
    private final VehicleRepository vehicles;
    private final FleetCustomerRepository customers;
    private final DeviceService devices;

    DeviceDirectoryFacade(AssignmentCache assignments, VehicleRepository vehicles,
                          FleetCustomerRepository customers, DeviceService devices) {
        this.assignments = assignments;
        this.vehicles = vehicles;
        this.customers = customers;
        this.devices = devices;
    }

    @Override
    public Optional<VehicleRef> vehicleOfDevice(String serial, Instant at) {
        return assignments.of(serial).stream()
                .filter(assignment -> assignment.covers(at))
                .map(assignment -> reference(assignment.getVehicle()))
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<VehicleRef> vehicle(long vehicleId) {
        return vehicles.findWithCustomerById(vehicleId).map(DeviceDirectoryFacade::reference);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CustomerRef> customer(long customerId) {
        return customers.findById(customerId)
                .map(c -> new CustomerRef(c.getId(), c.getName(), c.getContactEmail(), c.getCountry()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> vehicleIdsOf(long customerId) {
        return vehicles.findByCustomerIdAndRetiredFalseOrderByPlate(customerId).stream()
                .map(Vehicle::getId)
                .collect(Collectors.toList());
    }

    @Override
    public void firmwareReported(String serial, String version) {
        devices.firmware(serial, version);
    }

    private static VehicleRef reference(Vehicle vehicle) {
        FleetCustomer customer = vehicle.getCustomer();
        return new VehicleRef(vehicle.getId(), customer.getId(), customer.getName(), vehicle.getPlate(),
                vehicle.getVehicleType().name());
    }
}
