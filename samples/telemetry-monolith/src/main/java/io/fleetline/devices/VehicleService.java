package io.fleetline.devices;

import io.fleetline.common.ConflictException;
import io.fleetline.common.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class VehicleService {

    private final VehicleRepository vehicles;
    private final DeviceAssignmentRepository assignments;
    private final CustomerService customers;
    private final VinValidator vins;
    private final AssignmentCache cache;
    private final Clock clock;

    VehicleService(VehicleRepository vehicles, DeviceAssignmentRepository assignments, CustomerService customers,
                   VinValidator vins, AssignmentCache cache, Clock clock) {
        this.vehicles = vehicles;
        this.assignments = assignments;
        this.customers = customers;
        this.vins = vins;
        this.cache = cache;
        this.clock = clock;
    }

    @Transactional
    public Vehicle register(long customerId, String plate, String vin, VehicleType type) {
        String normalised = vin.trim().toUpperCase(Locale.ROOT);
        if (!vins.isValid(normalised)) {
            throw new IllegalArgumentException("not a vehicle identification number: " + vin);
        }
        if (vehicles.findByVin(normalised).isPresent()) {
            throw new ConflictException(normalised + " is registered already");
        }
        return vehicles.save(new Vehicle(customers.get(customerId), plate.trim(), normalised, type));
    }

    @Transactional(readOnly = true)
    public List<Vehicle> ofCustomer(long customerId) {
        return vehicles.findByCustomerIdAndRetiredFalseOrderByPlate(customerId);
    }

    @Transactional(readOnly = true)
    public Vehicle get(long id) {
        return vehicles.findWithCustomerById(id).orElseThrow(() -> new NotFoundException("vehicle", id));
    }

    @Transactional
    public Vehicle rename(long id, String plate) {
        Vehicle vehicle = get(id);
        vehicle.rename(plate.trim());
        return vehicle;
    }

    /** Devices still built in are released with it. */
    @Transactional
    public void retire(long id) {
        Instant now = clock.instant();
        Vehicle vehicle = get(id);
        for (DeviceAssignment assignment : assignments.findByVehicleIdAndReleasedAtIsNull(id)) {
            assignment.release(now);
            cache.forget(assignment.getDevice().getSerial());
        }
        vehicle.retire();
    }
}
