package io.fleetline.devices;

import java.util.List;
import java.util.stream.Collectors;
import javax.validation.Valid;
import javax.validation.constraints.Email;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
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
@RequestMapping("/api/customers")
class CustomerController {

    private final CustomerService customers;

    CustomerController(CustomerService customers) {
        this.customers = customers;
    }

    @GetMapping
    public List<CustomerView> all() {
        return customers.active().stream().map(CustomerView::of).collect(Collectors.toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public CustomerView create(@RequestBody @Valid NewCustomer body) {
        return CustomerView.of(customers.create(body.name(), body.contactEmail(), body.country()));
    }

    @GetMapping("/{id}")
    public CustomerView get(@PathVariable long id) {
        return CustomerView.of(customers.get(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void close(@PathVariable long id) {
        customers.close(id);
    }

    record NewCustomer(@NotBlank String name, @Email @NotBlank String contactEmail,
                       @Size(min = 2, max = 2) String country) {
    }

    record CustomerView(long id, String name, String contactEmail, String country, boolean active) {

        static CustomerView of(FleetCustomer c) {
            return new CustomerView(c.getId(), c.getName(), c.getContactEmail(), c.getCountry(), c.isActive());
        }
    }
}
