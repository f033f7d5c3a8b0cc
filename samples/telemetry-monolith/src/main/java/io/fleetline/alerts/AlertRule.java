package io.fleetline.alerts;

import io.fleetline.common.GeoPoint;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "alert_rule")
public class AlertRule {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "customer_id", nullable = false)
    private long customerId;

    @Column(name = "name", nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private RuleKind kind;

    @Column(name = "threshold", nullable = false)
    private double threshold;

    @Column(name = "center_lat")
    private Double centerLat;

    @Column(name = "center_lon")
    private Double centerLon;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false)
    private Channel channel;

    @Column(name = "target", nullable = false)
    private String target;

    @Column(name = "escalate_after_minutes", nullable = false)
    private int escalateAfterMinutes;

    @Column(name = "enabled", nullable = false)
    private boolean enabled = true;

    protected AlertRule() {
    }

    public AlertRule(long customerId, String name, RuleKind kind,
                     double threshold, Channel channel, String target, int escalateAfterMinutes) {
        this.customerId = customerId;
        this.name = name;
        this.kind = kind;
        this.threshold = threshold;
        this.channel = channel;
        this.target = target;
        this.escalateAfterMinutes = escalateAfterMinutes;
    }

    public void fence(GeoPoint center) {
        centerLat = center.latitude();
        centerLon = center.longitude();
    }

    public GeoPoint center() {
        return centerLat == null ? null : new GeoPoint(centerLat, centerLon);
    }

    public void disable() {
        enabled = false;
    }

    public Long getId() {
        return id;
    }

    public long getCustomerId() {
        return customerId;
    }

    public String getName() {
        return name;
    }

    public RuleKind getKind() {
        return kind;
    }

    public double getThreshold() {
        return threshold;
    }

    public Double getCenterLat() {
        return centerLat;
    }

    public Double getCenterLon() {
        return centerLon;
    }

    public Channel getChannel() {
        return channel;
    }

    public String getTarget() {
        return target;
    }

    public int getEscalateAfterMinutes() {
        return escalateAfterMinutes;
    }

    public boolean isEnabled() {
        return enabled;
    }
}
