package io.fleetline.billing;

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
@Table(name = "invoice_line")
public class InvoiceLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "invoice_id")
    private Invoice invoice;

    @Column(name = "text", nullable = false)
    private String text;

    @Column(name = "quantity", nullable = false)
    private long quantity;

    @Column(name = "unit_cents", nullable = false)
    private long unitCents;

    protected InvoiceLine() {
    }

    public InvoiceLine(Invoice invoice, String text, long quantity, long unitCents) {
        this.invoice = invoice;
        this.text = text;
        this.quantity = quantity;
        this.unitCents = unitCents;
    }

    public long amountCents() {
        return quantity * unitCents;
    }

    public Long getId() {
        return id;
    }

    public Invoice getInvoice() {
        return invoice;
    }

    public String getText() {
        return text;
    }

    public long getQuantity() {
        return quantity;
    }

    public long getUnitCents() {
        return unitCents;
    }
}
