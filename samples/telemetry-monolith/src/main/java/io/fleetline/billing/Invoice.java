package io.fleetline.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
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
import javax.persistence.OneToMany;
import javax.persistence.Table;

@Entity
@Table(name = "invoice")
public class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "contract_id")
    private Contract contract;

    @Column(name = "number")
    private String number;

    @Column(name = "billing_month", nullable = false)
    private String billingMonth;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private InvoiceState state;

    @Column(name = "net_cents", nullable = false)
    private long netCents;

    @Column(name = "tax_cents", nullable = false)
    private long taxCents;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<InvoiceLine> lines = new ArrayList<>();

    protected Invoice() {
    }

    public Invoice(Contract contract, String billingMonth, InvoiceState state) {
        this.contract = contract;
        this.billingMonth = billingMonth;
        this.state = state;
    }

    public void addLine(String text, long quantity, long unitCents) {
        lines.add(new InvoiceLine(this, text, quantity, unitCents));
        netCents = lines.stream().mapToLong(InvoiceLine::amountCents).sum();
    }

    public void tax(long cents) {
        taxCents = cents;
    }

    public void issue(String invoiceNumber, LocalDate today, int termDays) {
        number = invoiceNumber;
        state = InvoiceState.ISSUED;
        issuedOn = today;
        dueOn = today.plusDays(termDays);
    }

    public void paid() {
        state = InvoiceState.PAID;
    }

    public void cancel() {
        state = InvoiceState.VOID;
    }

    public long grossCents() {
        return netCents + taxCents;
    }

    public Long getId() {
        return id;
    }

    public Contract getContract() {
        return contract;
    }

    public String getNumber() {
        return number;
    }

    public String getBillingMonth() {
        return billingMonth;
    }

    public InvoiceState getState() {
        return state;
    }

    public long getNetCents() {
        return netCents;
    }

    public long getTaxCents() {
        return taxCents;
    }

    public LocalDate getIssuedOn() {
        return issuedOn;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public List<InvoiceLine> getLines() {
        return lines;
    }
}
