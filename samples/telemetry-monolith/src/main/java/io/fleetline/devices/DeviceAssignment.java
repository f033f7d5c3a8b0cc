package io.fleetline.devices;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

/** Which device was built into which vehicle, and when. */
@Entity
@Table(name = "device_assignment")
public class DeviceAssignment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "device_id")
    private Device device;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "vehicle_id")
    private Vehicle vehicle;

    @Column(name = "assigned_at", nullable = false)
    private Instant assignedAt;

    @Column(name = "released_at")
    private Instant releasedAt;

    protected DeviceAssignment() {
    }

    public DeviceAssignment(Device device, Vehicle vehicle, Instant assignedAt) {
        this.device = device;
        this.vehicle = vehicle;
        this.assignedAt = assignedAt;
    }

    public void release(Instant at) {
        releasedAt = at;
    }

    public boolean covers(Instant at) {
        return !at.isBefore(assignedAt) && (releasedAt == null || at.isBefore(releasedAt));
    }

    public Long getId() {
        return id;
    }

    public Device getDevice() {
        return device;
    }

    public Vehicle getVehicle() {
        return vehicle;
    }

    public Instant getAssignedAt() {
        return assignedAt;
    }

    public Instant getReleasedAt() {
        return releasedAt;
    }
}
