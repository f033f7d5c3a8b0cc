package io.fleetline.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class ContractController {

    private final ContractService contracts;
    private final PlanService plans;

    ContractController(ContractService contracts, PlanService plans) {
        this.contracts = contracts;
        this.plans = plans;
    }

    @GetMapping("/plans")
    public List<PlanView> offered() {
        return plans.offered().stream().map(PlanView::of).collect(Collectors.toList());
    }

    @DeleteMapping("/plans/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void withdraw(@PathVariable String code) {
        plans.withdraw(code);
    }

    @GetMapping("/customers/{customerId}/contracts")
    public List<ContractView> ofCustomer(@PathVariable long customerId) {
        return contracts.ofCustomer(customerId).stream().map(ContractView::of).collect(Collectors.toList());
    }

    @PostMapping("/customers/{customerId}/contracts")
    @ResponseStatus(HttpStatus.CREATED)
    public ContractView sign(@PathVariable long customerId, @RequestBody @Valid NewContract body) {
        return ContractView.of(
                contracts.sign(customerId, body.plan(), body.startsOn(), body.discountPercent()));
    }

    @PutMapping("/contracts/{id}/plan/{code}")
    public ContractView changePlan(@PathVariable long id, @PathVariable String code) {
        return ContractView.of(contracts.changePlan(id, code));
    }

    @DeleteMapping("/contracts/{id}")
    public ContractView end(@PathVariable long id,
                            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return ContractView.of(contracts.end(id, on));
    }

    record NewContract(@NotBlank String plan, @NotNull LocalDate startsOn, @Min(0) @Max(60) int discountPercent) {
    }

    record PlanView(String code, String name, long baseCents, long perVehicleCents, int includedVehicles) {

        static PlanView of(PricePlan p) {
            return new PlanView(p.getCode(), p.getName(), p.getBaseCents(), p.getPerVehicleCents(),
                    p.getIncludedVehicles());
        }
    }

    record ContractView(long id, long customerId, LocalDate startsOn, LocalDate endsOn, int discountPercent) {

        static ContractView of(Contract c) {
            return new ContractView(c.getId(), c.getCustomerId(), c.getStartsOn(), c.getEndsOn(),
                    c.getDiscountPercent());
        }
    }
}
