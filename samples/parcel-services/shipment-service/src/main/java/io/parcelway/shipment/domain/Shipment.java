package io.parcelway.shipment.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "shipments")
public class Shipment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "tracking_code", nullable = false, unique = true)
    private String trackingCode;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    @Enumerated(EnumType.STRING)
    @Column(name = "service_level")
    private ServiceLevel serviceLevel;

    @Enumerated(EnumType.STRING)
    private ShipmentStatus status = ShipmentStatus.CREATED;

    @Column(name = "sender_country")
    private String senderCountry;

    @Column(name = "sender_postcode")
    private String senderPostcode;

    @Embedded
    private Recipient recipient;

    @Column(name = "price_cents")
    private int priceCents;

    private String currency;

    @Column(name = "quote_id")
    private String quoteId;

    @Column(name = "created_at")
    private Instant createdAt = Instant.now();

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @OneToMany(mappedBy = "shipment", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<Parcel> parcels = new ArrayList<>();

    protected Shipment() {
    }

    public Shipment(String trackingCode, Customer customer, ServiceLevel serviceLevel, String senderCountry,
                    String senderPostcode, Recipient recipient) {
        this.trackingCode = trackingCode;
        this.customer = customer;
        this.serviceLevel = serviceLevel;
        this.senderCountry = senderCountry;
        this.senderPostcode = senderPostcode;
        this.recipient = recipient;
    }

    public void addParcel(int weightGrams, int lengthMm, int widthMm, int heightMm) {
        parcels.add(new Parcel(this, parcels.size() + 1, weightGrams, lengthMm, widthMm, heightMm));
    }

    public int chargeableGrams() {
        return parcels.stream().mapToInt(p -> Math.max(p.getWeightGrams(), p.volumetricGrams())).sum();
    }

    public void priced(String quoteId, int priceCents, String currency) {
        this.quoteId = quoteId;
        this.priceCents = priceCents;
        this.currency = currency;
    }

    public boolean moveTo(ShipmentStatus next, Instant at) {
        if (!status.canBecome(next)) {
            return false;
        }
        status = next;
        if (next == ShipmentStatus.DELIVERED) {
            deliveredAt = at;
        }
        return true;
    }

    public Long getId() {
        return id;
    }

    public String getTrackingCode() {
        return trackingCode;
    }

    public Customer getCustomer() {
        return customer;
    }

    public ServiceLevel getServiceLevel() {
        return serviceLevel;
    }

    public ShipmentStatus getStatus() {
        return status;
    }

    public String getSenderCountry() {
        return senderCountry;
    }

    public String getSenderPostcode() {
        return senderPostcode;
    }

    public Recipient getRecipient() {
        return recipient;
    }

    public int getPriceCents() {
        return priceCents;
    }

    public String getCurrency() {
        return currency;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getDeliveredAt() {
        return deliveredAt;
    }

    public List<Parcel> getParcels() {
        return parcels;
    }
}
