package io.parcelway.shipment.api;

import io.parcelway.shipment.service.ShipmentService;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/shipments")
public class ShipmentController {

    private final ShipmentService shipments;

    public ShipmentController(ShipmentService shipments) {
        this.shipments = shipments;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public ShipmentView create(@RequestBody @Valid CreateShipmentRequest request) {
        return ShipmentView.of(shipments.create(request));
    }

    @GetMapping("/{code}")
    public ShipmentView byCode(@PathVariable String code) {
        return ShipmentView.of(shipments.byTrackingCode(code));
    }

    @GetMapping("/{code}/contact")
    public ContactView contact(@PathVariable String code) {
        return ContactView.of(shipments.byTrackingCode(code));
    }

    @GetMapping
    @Transactional(readOnly = true)
    public List<ShipmentView> ofAccount(@RequestParam String account, @RequestParam(defaultValue = "0") int page) {
        return shipments.ofAccount(account, page).map(ShipmentView::of).getContent();
    }

    @DeleteMapping("/{code}")
    public ShipmentView cancel(@PathVariable String code) {
        return ShipmentView.of(shipments.cancel(code));
    }
}
