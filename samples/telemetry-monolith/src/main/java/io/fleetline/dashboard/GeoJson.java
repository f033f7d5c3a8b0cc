package io.fleetline.dashboard;

import io.fleetline.common.GeoPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The map component reads GeoJSON: longitude first. */
@Component
class GeoJson {

    Map<String, Object> vehicles(List<VehicleState> states) {
        return collection(states.stream().map(this::vehicle).collect(Collectors.toList()));
    }

    Map<String, Object> trips(List<Trip> trips) {
        return collection(trips.stream().map(this::trip).collect(Collectors.toList()));
    }

    private Map<String, Object> vehicle(VehicleState state) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("vehicleId", state.vehicleId());
        properties.put("plate", state.plate());
        properties.put("kmh", Math.round(state.speedKmh()));
        properties.put("heading", state.heading());
        properties.put("seenAt", state.seenAt().toString());
        return feature("Point", List.of(state.longitude(), state.latitude()), properties);
    }

    private Map<String, Object> trip(Trip trip) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("plate", trip.plate());
        properties.put("metres", trip.distanceMeters());
        properties.put("minutes", trip.duration().toMinutes());
        properties.put("open", trip.open());
        return feature("LineString", List.of(pair(trip.from()), pair(trip.to())), properties);
    }

    private static List<Double> pair(GeoPoint point) {
        return List.of(point.longitude(), point.latitude());
    }

    private static Map<String, Object> feature(String type, Object coordinates, Map<String, Object> properties) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", Map.of("type", type, "coordinates", coordinates));
        feature.put("properties", properties);
        return feature;
    }

    private static Map<String, Object> collection(List<Map<String, Object>> features) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return collection;
    }
}
