package io.fleetline.devices;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "device")
public class Device {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "serial", nullable = false)
    private String serial;

    @Enumerated(EnumType.STRING)
    @Column(name = "model", nullable = false)
    private DeviceModel model;

    @Column(name = "firmware")
    private String firmware;

    @Column(name = "sim_number")
    private String simNumber;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.now();

    protected Device() {
    }

    public Device(String serial, DeviceModel model, String simNumber) {
        this.serial = serial;
        this.model = model;
        this.simNumber = simNumber;
    }

    public void firmwareReported(String version) {
        firmware = version;
    }

    public Long getId() {
        return id;
    }

    public String getSerial() {
        return serial;
    }

    public DeviceModel getModel() {
        return model;
    }

    public String getFirmware() {
        return firmware;
    }

    public String getSimNumber() {
        return simNumber;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
