package io.fleetline.billing;

import io.fleetline.common.ConflictException;
import io.fleetline.common.NotFoundException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PlanService {

    private final PricePlanRepository plans;

    PlanService(PricePlanRepository plans) {
        this.plans = plans;
    }

    @Transactional(readOnly = true)
    public List<PricePlan> offered() {
        return plans.findByOfferedTrueOrderByBaseCents();
    }

    @Transactional(readOnly = true)
    public PricePlan offered(String code) {
        PricePlan plan = plans.findByCode(code).orElseThrow(() -> new NotFoundException("plan", code));
        if (!plan.isOffered()) {
            throw new ConflictException("plan " + code + " is no longer offered");
        }
        return plan;
    }

    @Transactional
    public void withdraw(String code) {
        offered(code).withdraw();
    }
}
