package io.fleetline.dashboard;

import io.fleetline.common.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/dashboard/{customerId}")
class TripController {

    private final TripQuery trips;
    private final GeoJson geoJson;

    TripController(TripQuery trips, GeoJson geoJson) {
        this.trips = trips;
        this.geoJson = geoJson;
    }

    @GetMapping("/trips")
    public List<Trip> trips(@PathVariable long customerId, @RequestParam String from, @RequestParam String to,
                            @RequestParam(defaultValue = "200") int most) {
        return trips.ofCustomer(customerId, range(from, to), most);
    }

    @GetMapping("/vehicles/{vehicleId}/trips.geojson")
    public Map<String, Object> ofVehicle(@PathVariable long vehicleId, @RequestParam String from,
                                         @RequestParam String to) {
        return geoJson.trips(trips.ofVehicle(vehicleId, range(from, to)));
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }
}
