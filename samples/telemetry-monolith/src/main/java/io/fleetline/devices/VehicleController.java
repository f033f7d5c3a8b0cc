package io.fleetline.devices;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api")
class VehicleController {

    private final VehicleService vehicles;
    private final VehicleImporter importer;

    VehicleController(VehicleService vehicles, VehicleImporter importer) {
        this.vehicles = vehicles;
        this.importer = importer;
    }

    @GetMapping("/customers/{customerId}/vehicles")
    public List<VehicleView> ofCustomer(@PathVariable long customerId) {
        return vehicles.ofCustomer(customerId).stream().map(VehicleView::of).collect(Collectors.toList());
    }

    @PostMapping("/customers/{customerId}/vehicles")
    @ResponseStatus(HttpStatus.CREATED)
    public VehicleView register(@PathVariable long customerId, @RequestBody @Valid NewVehicle body) {
        return VehicleView.of(vehicles.register(customerId, body.plate(), body.vin(), body.type()));
    }

    @PostMapping("/customers/{customerId}/vehicles/import")
    public ImportReport upload(@PathVariable long customerId, @RequestParam MultipartFile file) throws IOException {
        return importer.read(customerId, file.getInputStream());
    }

    @GetMapping("/vehicles/{id}")
    public VehicleView get(@PathVariable long id) {
        return VehicleView.of(vehicles.get(id));
    }

    @PutMapping("/vehicles/{id}/plate")
    public VehicleView rename(@PathVariable long id, @RequestBody @NotBlank String plate) {
        return VehicleView.of(vehicles.rename(id, plate));
    }

    @DeleteMapping("/vehicles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void retire(@PathVariable long id) {
        vehicles.retire(id);
    }

    record NewVehicle(@NotBlank String plate, @NotBlank String vin, @NotNull VehicleType type) {
    }

    record VehicleView(long id, long customerId, String plate, String vin, VehicleType type, boolean retired) {

        static VehicleView of(Vehicle v) {
            return new VehicleView(v.getId(), v.getCustomer().getId(), v.getPlate(), v.getVin(),
                    v.getVehicleType(), v.isRetired());
        }
    }
}
