package io.fleetline.alerts;

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
@Table(name = "alert")
public class Alert {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "rule_id")
    private AlertRule rule;

    @Column(name = "vehicle_id", nullable = false)
    private long vehicleId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private AlertState state;

    @Column(name = "measured", nullable = false)
    private double measured;

    @Column(name = "raised_at", nullable = false)
    private Instant raisedAt;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Column(name = "escalations", nullable = false)
    private int escalations;

    protected Alert() {
    }

    public Alert(AlertRule rule, long vehicleId, AlertState state, double measured, Instant raisedAt) {
        this.rule = rule;
        this.vehicleId = vehicleId;
        this.state = state;
        this.measured = measured;
        this.raisedAt = raisedAt;
    }

    public void acknowledge(String by, Instant at) {
        state = AlertState.ACKNOWLEDGED;
        acknowledgedBy = by;
        acknowledgedAt = at;
    }

    public void close() {
        state = AlertState.CLOSED;
    }

    public void escalated() {
        escalations++;
    }

    public Long getId() {
        return id;
    }

    public AlertRule getRule() {
        return rule;
    }

    public long getVehicleId() {
        return vehicleId;
    }

    public AlertState getState() {
        return state;
    }

    public double getMeasured() {
        return measured;
    }

    public Instant getRaisedAt() {
        return raisedAt;
    }

    public Instant getAcknowledgedAt() {
        return acknowledgedAt;
    }

    public String getAcknowledgedBy() {
        return acknowledgedBy;
    }

    public int getEscalations() {
        return escalations;
    }
}
