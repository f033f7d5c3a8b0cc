package com.guardline.claims.model;

import java.io.Serializable;
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
 * ≈‚∞∏ (CLAIM)
 */
@Entity
@Table(name = "CLAIM")
@SequenceGenerator(name = "seqClaim", sequenceName = "SEQ_CLAIM", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "Claim.byNo", query = "select c from Claim c where c.claimNo = :claimNo"),
    @NamedQuery(name = "Claim.openByBranch", query = "select c from Claim c where c.branchId = :branchId and c.status <> 'CLOSED' order by c.reportedAt")
})
public class Claim implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqClaim")
    @Column(name = "ID")
    private Long id;

    @Column(name = "CLAIM_NO", nullable = false, length = 20)
    private String claimNo;

    @Column(name = "POLICY_ID", nullable = false)
    private Long policyId;

    @Column(name = "VEHICLE_ID")
    private Long vehicleId;

    @Column(name = "CLAIMANT_ID", nullable = false)
    private Long claimantId;

    @Column(name = "HANDLER_ID")
    private Long handlerId;

    @Column(name = "BRANCH_ID", nullable = false)
    private Long branchId;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "LOSS_DATE", nullable = false)
    private Date lossDate;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "REPORTED_AT", nullable = false)
    private Date reportedAt;

    @Column(name = "LOSS_PLACE", length = 120)
    private String lossPlace;

    @Column(name = "CAUSE", nullable = false, length = 20)
    private String cause;

    @Column(name = "DESCRIPTION", length = 2000)
    private String description;

    @Column(name = "STATUS", nullable = false, length = 12)
    private String status;

    @Column(name = "FRAUD_SCORE")
    private int fraudScore;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CLOSED_AT")
    private Date closedAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getClaimNo() {
        return claimNo;
    }

    public void setClaimNo(String claimNo) {
        this.claimNo = claimNo;
    }

    public Long getPolicyId() {
        return policyId;
    }

    public void setPolicyId(Long policyId) {
        this.policyId = policyId;
    }

    public Long getVehicleId() {
        return vehicleId;
    }

    public void setVehicleId(Long vehicleId) {
        this.vehicleId = vehicleId;
    }

    public Long getClaimantId() {
        return claimantId;
    }

    public void setClaimantId(Long claimantId) {
        this.claimantId = claimantId;
    }

    public Long getHandlerId() {
        return handlerId;
    }

    public void setHandlerId(Long handlerId) {
        this.handlerId = handlerId;
    }

    public Long getBranchId() {
        return branchId;
    }

    public void setBranchId(Long branchId) {
        this.branchId = branchId;
    }

    public Date getLossDate() {
        return lossDate;
    }

    public void setLossDate(Date lossDate) {
        this.lossDate = lossDate;
    }

    public Date getReportedAt() {
        return reportedAt;
    }

    public void setReportedAt(Date reportedAt) {
        this.reportedAt = reportedAt;
    }

    public String getLossPlace() {
        return lossPlace;
    }

    public void setLossPlace(String lossPlace) {
        this.lossPlace = lossPlace;
    }

    public String getCause() {
        return cause;
    }

    public void setCause(String cause) {
        this.cause = cause;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public int getFraudScore() {
        return fraudScore;
    }

    public void setFraudScore(int fraudScore) {
        this.fraudScore = fraudScore;
    }

    public Date getClosedAt() {
        return closedAt;
    }

    public void setClosedAt(Date closedAt) {
        this.closedAt = closedAt;
    }

    public int getVersion() {
        return version;
    }
}
