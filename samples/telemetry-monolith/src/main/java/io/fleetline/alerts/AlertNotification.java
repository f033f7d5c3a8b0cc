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
@Table(name = "alert_notification")
public class AlertNotification {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "alert_id")
    private Alert alert;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false)
    private Channel channel;

    @Column(name = "target", nullable = false)
    private String target;

    @Column(name = "delivered", nullable = false)
    private boolean delivered;

    @Column(name = "error")
    private String error;

    @Column(name = "sent_at", nullable = false)
    private Instant sentAt;

    protected AlertNotification() {
    }

    public AlertNotification(Alert alert, Channel channel, String target,
                             boolean delivered, String error, Instant sentAt) {
        this.alert = alert;
        this.channel = channel;
        this.target = target;
        this.delivered = delivered;
        this.error = error;
        this.sentAt = sentAt;
    }

    public Long getId() {
        return id;
    }

    public Alert getAlert() {
        return alert;
    }

    public Channel getChannel() {
        return channel;
    }

    public String getTarget() {
        return target;
    }

    public boolean isDelivered() {
        return delivered;
    }

    public String getError() {
        return error;
    }

    public Instant getSentAt() {
        return sentAt;
    }
}
