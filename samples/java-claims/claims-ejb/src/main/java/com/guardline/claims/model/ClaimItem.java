package com.guardline.claims.model;

import java.io.Serializable;
import java.math.BigDecimal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "CLAIM_ITEM")
@SequenceGenerator(name = "seqClaimItem", sequenceName = "SEQ_CLAIM_ITEM", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "ClaimItem.byClaim", query = "select i from ClaimItem i where i.claimId = :claimId order by i.id")
})
public class ClaimItem implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqClaimItem")
    @Column(name = "ID")
    private Long id;

    @Column(name = "CLAIM_ID", nullable = false)
    private Long claimId;

    @Column(name = "COVER_ID", nullable = false)
    private Long coverId;

    @Column(name = "ITEM_TEXT", nullable = false, length = 200)
    private String itemText;

    @Column(name = "CLAIMED_AMOUNT", nullable = false)
    private BigDecimal claimedAmount;

    @Column(name = "ACCEPTED_AMOUNT")
    private BigDecimal acceptedAmount;

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

    public Long getCoverId() {
        return coverId;
    }

    public void setCoverId(Long coverId) {
        this.coverId = coverId;
    }

    public String getItemText() {
        return itemText;
    }

    public void setItemText(String itemText) {
        this.itemText = itemText;
    }

    public BigDecimal getClaimedAmount() {
        return claimedAmount;
    }

    public void setClaimedAmount(BigDecimal claimedAmount) {
        this.claimedAmount = claimedAmount;
    }

    public BigDecimal getAcceptedAmount() {
        return acceptedAmount;
    }

    public void setAcceptedAmount(BigDecimal acceptedAmount) {
        this.acceptedAmount = acceptedAmount;
    }

    public int getVersion() {
        return version;
    }
}
