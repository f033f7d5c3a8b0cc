package io.fleetline.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

@Entity
@Table(name = "contract")
public class Contract {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "customer_id", nullable = false)
    private long customerId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "plan_id")
    private PricePlan plan;

    @Column(name = "starts_on", nullable = false)
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "discount_percent", nullable = false)
    private int discountPercent;

    protected Contract() {
    }

    public Contract(long customerId, PricePlan plan, LocalDate startsOn, int discountPercent) {
        this.customerId = customerId;
        this.plan = plan;
        this.startsOn = startsOn;
        this.discountPercent = discountPercent;
    }

    public boolean activeIn(YearMonth month) {
        return !startsOn.isAfter(month.atEndOfMonth()) && (endsOn == null || !endsOn.isBefore(month.atDay(1)));
    }

    public void endOn(LocalDate date) {
        endsOn = date;
    }

    public void changePlan(PricePlan next) {
        plan = next;
    }

    public Long getId() {
        return id;
    }

    public long getCustomerId() {
        return customerId;
    }

    public PricePlan getPlan() {
        return plan;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public int getDiscountPercent() {
        return discountPercent;
    }
}
