package io.fleetline.devices;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

@Entity
@Table(name = "vehicle")
public class Vehicle {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private FleetCustomer customer;

    @Column(name = "plate", nullable = false)
    private String plate;

    @Column(name = "vin", nullable = false)
    private String vin;

    @Enumerated(EnumType.STRING)
    @Column(name = "vehicle_type", nullable = false)
    private VehicleType vehicleType;

    @Column(name = "retired", nullable = false)
    private boolean retired;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.now();

    protected Vehicle() {
    }

    public Vehicle(FleetCustomer customer, String plate, String vin, VehicleType vehicleType) {
        this.customer = customer;
        this.plate = plate;
        this.vin = vin;
        this.vehicleType = vehicleType;
    }

    public void retire() {
        retired = true;
    }

    public void rename(String newPlate) {
        plate = newPlate;
    }

    public Long getId() {
        return id;
    }

    public FleetCustomer getCustomer() {
        return customer;
    }

    public String getPlate() {
        return plate;
    }

    public String getVin() {
        return vin;
    }

    public VehicleType getVehicleType() {
        return vehicleType;
    }

    public boolean isRetired() {
        return retired;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
