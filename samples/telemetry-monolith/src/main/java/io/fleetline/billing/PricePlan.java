package io.fleetline.billing;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "price_plan")
public class PricePlan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "code", nullable = false)
    private String code;

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "base_cents", nullable = false)
    private long baseCents;

    @Column(name = "per_vehicle_cents", nullable = false)
    private long perVehicleCents;

    @Column(name = "included_vehicles", nullable = false)
    private int includedVehicles;

    @Column(name = "per_thousand_km_cents", nullable = false)
    private long perThousandKmCents;

    @Column(name = "offered", nullable = false)
    private boolean offered = true;

    protected PricePlan() {
    }

    public PricePlan(String code, String name, long baseCents,
                     long perVehicleCents, int includedVehicles, long perThousandKmCents) {
        this.code = code;
        this.name = name;
        this.baseCents = baseCents;
        this.perVehicleCents = perVehicleCents;
        this.includedVehicles = includedVehicles;
        this.perThousandKmCents = perThousandKmCents;
    }

    public void withdraw() {
        offered = false;
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public long getBaseCents() {
        return baseCents;
    }

    public long getPerVehicleCents() {
        return perVehicleCents;
    }

    public int getIncludedVehicles() {
        return includedVehicles;
    }

    public long getPerThousandKmCents() {
        return perThousandKmCents;
    }

    public boolean isOffered() {
        return offered;
    }
}
