package io.fleetline.devices;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/devices")
class DeviceController {

    private final DeviceService devices;

    DeviceController(DeviceService devices) {
        this.devices = devices;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public DeviceView register(@RequestBody @Valid NewDevice body) {
        return DeviceView.of(devices.register(body.serial(), body.model(), body.simNumber()));
    }

    @GetMapping("/{serial}")
    public DeviceView get(@PathVariable String serial) {
        return DeviceView.of(devices.get(serial));
    }

    @GetMapping("/{serial}/assignments")
    public List<AssignmentView> history(@PathVariable String serial) {
        return devices.history(serial).stream().map(AssignmentView::of).collect(Collectors.toList());
    }

    @PutMapping("/{serial}/vehicle/{vehicleId}")
    public AssignmentView assign(@PathVariable String serial, @PathVariable long vehicleId) {
        return AssignmentView.of(devices.assign(serial, vehicleId));
    }

    @DeleteMapping("/{serial}/vehicle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void release(@PathVariable String serial) {
        devices.release(serial);
    }

    record NewDevice(@Pattern(regexp = "[A-Z0-9-]{6,24}") String serial, @NotNull DeviceModel model,
                     String simNumber) {
    }

    record DeviceView(String serial, DeviceModel model, String firmware, String simNumber) {

        static DeviceView of(Device d) {
            return new DeviceView(d.getSerial(), d.getModel(), d.getFirmware(), d.getSimNumber());
        }
    }

    record AssignmentView(String serial, long vehicleId, String plate, Instant assignedAt, Instant releasedAt) {

        static AssignmentView of(DeviceAssignment a) {
            return new AssignmentView(a.getDevice().getSerial(), a.getVehicle().getId(), a.getVehicle().getPlate(),
                    a.getAssignedAt(), a.getReleasedAt());
        }
    }
}
