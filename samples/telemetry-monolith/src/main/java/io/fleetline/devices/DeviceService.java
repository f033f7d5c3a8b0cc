package io.fleetline.devices;

import io.fleetline.common.ConflictException;
import io.fleetline.common.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DeviceService {

    private final DeviceRepository devices;
    private final DeviceAssignmentRepository assignments;
    private final VehicleService vehicles;
    private final AssignmentCache cache;
    private final Clock clock;

    DeviceService(DeviceRepository devices, DeviceAssignmentRepository assignments, VehicleService vehicles,
                  AssignmentCache cache, Clock clock) {
        this.devices = devices;
        this.assignments = assignments;
        this.vehicles = vehicles;
        this.cache = cache;
        this.clock = clock;
    }

    @Transactional
    public Device register(String serial, DeviceModel model, String simNumber) {
        if (devices.findBySerial(serial).isPresent()) {
            throw new ConflictException("device " + serial + " is registered already");
        }
        return devices.save(new Device(serial, model, simNumber));
    }

    @Transactional(readOnly = true)
    public Device get(String serial) {
        return devices.findBySerial(serial).orElseThrow(() -> new NotFoundException("device", serial));
    }

    @Transactional(readOnly = true)
    public List<DeviceAssignment> history(String serial) {
        return assignments.findByDeviceSerialOrderByAssignedAtDesc(serial);
    }

    @Transactional
    public DeviceAssignment assign(String serial, long vehicleId) {
        Instant now = clock.instant();
        Device device = get(serial);
        Vehicle vehicle = vehicles.get(vehicleId);
        if (vehicle.isRetired()) {
            throw new ConflictException("vehicle " + vehicle.getPlate() + " is retired");
        }
        assignments.findByDeviceIdAndReleasedAtIsNull(device.getId()).ifPresent(open -> open.release(now));
        assignments.flush();
        cache.forget(serial);
        return assignments.save(new DeviceAssignment(device, vehicle, now));
    }

    @Transactional
    public void release(String serial) {
        Device device = get(serial);
        assignments.findByDeviceIdAndReleasedAtIsNull(device.getId())
                .orElseThrow(() -> new ConflictException(serial + " is in no vehicle"))
                .release(clock.instant());
        cache.forget(serial);
    }

    @Transactional
    public void firmware(String serial, String version) {
        get(serial).firmwareReported(version);
    }
}
