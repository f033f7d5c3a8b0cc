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

@Entity
@Table(name = "PARTNER_ORDER")
@SequenceGenerator(name = "seqPartnerOrder", sequenceName = "SEQ_PARTNER_ORDER", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "PartnerOrder.open", query = "select o from PartnerOrder o where o.partnerId = :partnerId and o.status <> 'DONE'")
})
public class PartnerOrder implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqPartnerOrder")
    @Column(name = "ID")
    private Long id;

    @Column(name = "ORDER_NO", nullable = false, length = 20)
    private String orderNo;

    @Column(name = "PARTNER_ID", nullable = false)
    private Long partnerId;

    @Column(name = "CLAIM_ID", nullable = false)
    private Long claimId;

    @Column(name = "ORDER_KIND", nullable = false, length = 12)
    private String orderKind;

    @Column(name = "STATUS", nullable = false, length = 12)
    private String status;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "ORDERED_AT", nullable = false)
    private Date orderedAt;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "DUE_DATE")
    private Date dueDate;

    @Column(name = "LIMIT_AMOUNT")
    private BigDecimal limitAmount;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getOrderNo() {
        return orderNo;
    }

    public void setOrderNo(String orderNo) {
        this.orderNo = orderNo;
    }

    public Long getPartnerId() {
        return partnerId;
    }

    public void setPartnerId(Long partnerId) {
        this.partnerId = partnerId;
    }

    public Long getClaimId() {
        return claimId;
    }

    public void setClaimId(Long claimId) {
        this.claimId = claimId;
    }

    public String getOrderKind() {
        return orderKind;
    }

    public void setOrderKind(String orderKind) {
        this.orderKind = orderKind;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Date getOrderedAt() {
        return orderedAt;
    }

    public void setOrderedAt(Date orderedAt) {
        this.orderedAt = orderedAt;
    }

    public Date getDueDate() {
        return dueDate;
    }

    public void setDueDate(Date dueDate) {
        this.dueDate = dueDate;
    }

    public BigDecimal getLimitAmount() {
        return limitAmount;
    }

    public void setLimitAmount(BigDecimal limitAmount) {
        this.limitAmount = limitAmount;
    }

    public int getVersion() {
        return version;
    }
}
