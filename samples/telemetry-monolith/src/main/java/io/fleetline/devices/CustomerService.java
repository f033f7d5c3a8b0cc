package io.fleetline.devices;

import io.fleetline.common.ConflictException;
import io.fleetline.common.NotFoundException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CustomerService {

    private final FleetCustomerRepository customers;
    private final VehicleRepository vehicles;

    CustomerService(FleetCustomerRepository customers, VehicleRepository vehicles) {
        this.customers = customers;
        this.vehicles = vehicles;
    }

    @Transactional
    public FleetCustomer create(String name, String contactEmail, String country) {
        if (customers.existsByNameIgnoreCase(name)) {
            throw new ConflictException("a customer named " + name + " exists");
        }
        return customers.save(new FleetCustomer(name.trim(), contactEmail.toLowerCase(), country.toUpperCase()));
    }

    @Transactional(readOnly = true)
    public List<FleetCustomer> active() {
        return customers.findByActiveTrueOrderByName();
    }

    @Transactional(readOnly = true)
    public FleetCustomer get(long id) {
        return customers.findById(id).orElseThrow(() -> new NotFoundException("customer", id));
    }

    @Transactional
    public void close(long id) {
        FleetCustomer customer = get(id);
        int left = vehicles.countByCustomerIdAndRetiredFalse(id);
        if (left > 0) {
            throw new ConflictException(left + " vehicles are not retired yet");
        }
        customer.close();
    }
}
