package io.fleetline.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/dashboard/{customerId}")
class KpiController {

    private final KpiQuery kpis;

    KpiController(KpiQuery kpis) {
        this.kpis = kpis;
    }

    @GetMapping("/kpis")
    public List<Kpi> perDay(@PathVariable long customerId,
                            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
                            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return kpis.perDay(customerId, from, to);
    }

    @GetMapping("/vehicles/{vehicleId}/usage")
    public List<DailyUsage> ofVehicle(@PathVariable long vehicleId,
                                      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
                                      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return kpis.ofVehicle(vehicleId, from, to);
    }
}
