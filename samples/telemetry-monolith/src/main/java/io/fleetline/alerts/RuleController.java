package io.fleetline.alerts;

import io.fleetline.common.GeoPoint;
import java.util.List;
import java.util.stream.Collectors;
import javax.validation.Valid;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class RuleController {

    private final RuleService rules;

    RuleController(RuleService rules) {
        this.rules = rules;
    }

    @GetMapping("/customers/{customerId}/alert-rules")
    public List<RuleView> ofCustomer(@PathVariable long customerId) {
        return rules.ofCustomer(customerId).stream().map(RuleView::of).collect(Collectors.toList());
    }

    @PostMapping("/customers/{customerId}/alert-rules")
    @ResponseStatus(HttpStatus.CREATED)
    public RuleView create(@PathVariable long customerId, @RequestBody @Valid NewRule body) {
        return RuleView.of(rules.create(customerId, body.name(), body.kind(), body.threshold(), body.center(),
                body.channel(), body.target(), body.escalateAfterMinutes()));
    }

    @DeleteMapping("/alert-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void disable(@PathVariable long id) {
        rules.disable(id);
    }

    record NewRule(@NotBlank String name, @NotNull RuleKind kind, double threshold, GeoPoint center,
                   @NotNull Channel channel, @NotBlank String target, @Min(5) int escalateAfterMinutes) {
    }

    record RuleView(long id, String name, RuleKind kind, double threshold, Channel channel, String target,
                    boolean enabled) {

        static RuleView of(AlertRule r) {
            return new RuleView(r.getId(), r.getName(), r.getKind(), r.getThreshold(), r.getChannel(),
                    r.getTarget(), r.isEnabled());
        }
    }
}
