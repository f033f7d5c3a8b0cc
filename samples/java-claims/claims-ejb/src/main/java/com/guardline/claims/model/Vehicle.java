package com.guardline.claims.model;

import java.io.Serializable;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "VEHICLE")
@SequenceGenerator(name = "seqVehicle", sequenceName = "SEQ_VEHICLE", allocationSize = 1)
public class Vehicle implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqVehicle")
    @Column(name = "ID")
    private Long id;

    @Column(name = "POLICY_ID", nullable = false)
    private Long policyId;

    @Column(name = "PLATE", nullable = false, length = 12)
    private String plate;

    @Column(name = "VIN", nullable = false, length = 20)
    private String vin;

    @Column(name = "MAKE", length = 40)
    private String make;

    @Column(name = "MODEL", length = 40)
    private String model;

    @Column(name = "BUILT_YEAR")
    private int builtYear;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getPolicyId() {
        return policyId;
    }

    public void setPolicyId(Long policyId) {
        this.policyId = policyId;
    }

    public String getPlate() {
        return plate;
    }

    public void setPlate(String plate) {
        this.plate = plate;
    }

    public String getVin() {
        return vin;
    }

    public void setVin(String vin) {
        this.vin = vin;
    }

    public String getMake() {
        return make;
    }

    public void setMake(String make) {
        this.make = make;
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
    }

    public int getBuiltYear() {
        return builtYear;
    }

    public void setBuiltYear(int builtYear) {
        this.builtYear = builtYear;
    }

    public int getVersion() {
        return version;
    }
}
