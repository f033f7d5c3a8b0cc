package io.fleetline.dashboard;

import io.fleetline.devices.api.VehicleRef;
import io.fleetline.ingest.api.PositionView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Last, because the others look at the state before the step. */
@Component
@Order(30)
class VehicleStateProjection implements Projection {

    private final VehicleStateTable states;

    VehicleStateProjection(VehicleStateTable states) {
        this.states = states;
    }

    @Override
    public void apply(Step step) {
        VehicleRef v = step.vehicle();
        PositionView p = step.position();
        states.upsert(new VehicleState(v.id(), v.customerId(), v.customerName(), v.plate(), v.type(), p.latitude(),
                p.longitude(), p.speedKmh(), p.heading(), p.ignition(), p.measuredAt()));
    }

    @Override
    public void clear() {
        states.clear();
    }
}
