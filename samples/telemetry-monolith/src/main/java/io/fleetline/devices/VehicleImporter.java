package io.fleetline.devices;

import io.fleetline.common.ConflictException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** CSV of a customer's fleet: plate;vin;type. A bad line is reported and skipped. */
@Component
class VehicleImporter {

    private final VehicleService vehicles;

    VehicleImporter(VehicleService vehicles) {
        this.vehicles = vehicles;
    }

    ImportReport read(long customerId, InputStream csv) throws IOException {
        ImportReport report = new ImportReport();
        BufferedReader reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("plate;")) {
                continue;
            }
            String[] parts = line.split(";", -1);
            if (parts.length != 3) {
                report.rejected(number, "three columns are expected");
                continue;
            }
            try {
                VehicleType type = VehicleType.valueOf(parts[2].trim().toUpperCase(Locale.ROOT));
                vehicles.register(customerId, parts[0], parts[1], type);
                report.imported();
            } catch (IllegalArgumentException | ConflictException e) {
                report.rejected(number, e.getMessage());
            }
        }
        return report;
    }
}
