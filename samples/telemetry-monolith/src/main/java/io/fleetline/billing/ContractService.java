package io.fleetline.billing;

import io.fleetline.common.ConflictException;
import io.fleetline.common.NotFoundException;
import io.fleetline.devices.api.DeviceDirectory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ContractService {

    private final ContractRepository contracts;
    private final PlanService plans;
    private final DeviceDirectory directory;

    ContractService(ContractRepository contracts, PlanService plans, DeviceDirectory directory) {
        this.contracts = contracts;
        this.plans = plans;
        this.directory = directory;
    }

    @Transactional
    public Contract sign(long customerId, String planCode, LocalDate startsOn, int discountPercent) {
        if (directory.customer(customerId).isEmpty()) {
            throw new NotFoundException("customer", customerId);
        }
        boolean overlap = ofCustomer(customerId).stream()
                .anyMatch(c -> c.getEndsOn() == null || !c.getEndsOn().isBefore(startsOn));
        if (overlap) {
            throw new ConflictException("the customer has a contract then");
        }
        return contracts.save(new Contract(customerId, plans.offered(planCode), startsOn, discountPercent));
    }

    @Transactional
    public Contract changePlan(long id, String planCode) {
        Contract contract = get(id);
        contract.changePlan(plans.offered(planCode));
        return contract;
    }

    @Transactional
    public Contract end(long id, LocalDate on) {
        Contract contract = get(id);
        if (on.isBefore(contract.getStartsOn())) {
            throw new IllegalArgumentException("ends before it begins");
        }
        contract.endOn(on);
        return contract;
    }

    @Transactional(readOnly = true)
    public List<Contract> ofCustomer(long customerId) {
        return contracts.findByCustomerIdOrderByStartsOnDesc(customerId);
    }

    @Transactional(readOnly = true)
    public List<Contract> activeIn(YearMonth month) {
        return contracts.findAll().stream().filter(c -> c.activeIn(month)).collect(Collectors.toList());
    }

    private Contract get(long id) {
        return contracts.findById(id).orElseThrow(() -> new NotFoundException("contract", id));
    }
}
