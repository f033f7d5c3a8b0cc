package com.guardline.claims.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Date;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;

/**
 * ≈‚øÓ÷ß∏∂ (PAYMENT)
 */
@Entity
@Table(name = "PAYMENT")
@SequenceGenerator(name = "seqPayment", sequenceName = "SEQ_PAYMENT", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "Payment.byStatus", query = "select p from Payment p where p.status = :status order by p.id")
})
public class Payment implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqPayment")
    @Column(name = "ID")
    private Long id;

    @Column(name = "CLAIM_ID", nullable = false)
    private Long claimId;

    @Column(name = "PAYEE_ID", nullable = false)
    private Long payeeId;

    @Column(name = "RESERVE_ID")
    private Long reserveId;

    @Column(name = "RUN_ID")
    private Long runId;

    @Column(name = "AMOUNT", nullable = false)
    private BigDecimal amount;

    @Column(name = "BANK_ACCOUNT", nullable = false, length = 34)
    private String bankAccount;

    @Column(name = "STATUS", nullable = false, length = 12)
    private String status;

    @Column(name = "APPROVED_BY")
    private Long approvedBy;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "APPROVED_AT")
    private Date approvedAt;

    @Column(name = "BANK_REFERENCE", length = 40)
    private String bankReference;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getClaimId() {
        return claimId;
    }

    public void setClaimId(Long claimId) {
        this.claimId = claimId;
    }

    public Long getPayeeId() {
        return payeeId;
    }

    public void setPayeeId(Long payeeId) {
        this.payeeId = payeeId;
    }

    public Long getReserveId() {
        return reserveId;
    }

    public void setReserveId(Long reserveId) {
        this.reserveId = reserveId;
    }

    public Long getRunId() {
        return runId;
    }

    public void setRunId(Long runId) {
        this.runId = runId;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public String getBankAccount() {
        return bankAccount;
    }

    public void setBankAccount(String bankAccount) {
        this.bankAccount = bankAccount;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Long getApprovedBy() {
        return approvedBy;
    }

    public void setApprovedBy(Long approvedBy) {
        this.approvedBy = approvedBy;
    }

    public Date getApprovedAt() {
        return approvedAt;
    }

    public void setApprovedAt(Date approvedAt) {
        this.approvedAt = approvedAt;
    }

    public String getBankReference() {
        return bankReference;
    }

    public void setBankReference(String bankReference) {
        this.bankReference = bankReference;
    }

    public int getVersion() {
        return version;
    }
}
