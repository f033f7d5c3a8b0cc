package io.fleetline.dashboard;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/dashboard/{customerId}")
class FleetMapController {

    private final FleetMapQuery map;
    private final OverviewQuery overview;
    private final GeoJson geoJson;

    FleetMapController(FleetMapQuery map, OverviewQuery overview, GeoJson geoJson) {
        this.map = map;
        this.overview = overview;
        this.geoJson = geoJson;
    }

    @GetMapping("/overview")
    public FleetOverview overview(@PathVariable long customerId) {
        return overview.of(customerId);
    }

    @GetMapping("/map/clusters")
    public List<Cluster> clusters(@PathVariable long customerId, @RequestParam String box) {
        return map.clusters(customerId, BoundingBox.parse(box));
    }

    @GetMapping("/map/vehicles")
    public Map<String, Object> vehicles(@PathVariable long customerId, @RequestParam String box,
                                        @RequestParam(defaultValue = "500") int most) {
        return geoJson.vehicles(map.vehicles(customerId, BoundingBox.parse(box), most));
    }
}
