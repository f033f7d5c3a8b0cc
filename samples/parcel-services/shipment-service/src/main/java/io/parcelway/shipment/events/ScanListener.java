package io.parcelway.shipment.events;

import io.parcelway.shipment.domain.ShipmentStatus;
import io.parcelway.shipment.service.ShipmentService;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

@Component
public class ScanListener {

    private final ShipmentService shipments;

    public ScanListener(ShipmentService shipments) {
        this.shipments = shipments;
    }

    @RabbitListener(queues = EventConfiguration.SCANS_QUEUE)
    public void onScan(ScanEvent event) {
        ShipmentStatus next = switch (event.kind()) {
            case "DELIVERED" -> ShipmentStatus.DELIVERED;
            case "RETURNED" -> ShipmentStatus.RETURNED;
            default -> ShipmentStatus.IN_TRANSIT;
        };
        shipments.changeStatus(event.trackingCode(), next, event.at());
    }
}
