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
 * ±£µ¥ (POLICY)
 */
@Entity
@Table(name = "POLICY")
@SequenceGenerator(name = "seqPolicy", sequenceName = "SEQ_POLICY", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "Policy.byNo", query = "select p from Policy p where p.policyNo = :policyNo")
})
public class Policy implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqPolicy")
    @Column(name = "ID")
    private Long id;

    @Column(name = "POLICY_NO", nullable = false, length = 20)
    private String policyNo;

    @Column(name = "HOLDER_ID", nullable = false)
    private Long holderId;

    @Column(name = "BRANCH_ID", nullable = false)
    private Long branchId;

    @Column(name = "PRODUCT", nullable = false, length = 20)
    private String product;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "VALID_FROM", nullable = false)
    private Date validFrom;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "VALID_TO", nullable = false)
    private Date validTo;

    @Column(name = "STATUS", nullable = false, length = 10)
    private String status;

    @Column(name = "PREMIUM", nullable = false)
    private BigDecimal premium;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getPolicyNo() {
        return policyNo;
    }

    public void setPolicyNo(String policyNo) {
        this.policyNo = policyNo;
    }

    public Long getHolderId() {
        return holderId;
    }

    public void setHolderId(Long holderId) {
        this.holderId = holderId;
    }

    public Long getBranchId() {
        return branchId;
    }

    public void setBranchId(Long branchId) {
        this.branchId = branchId;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public Date getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(Date validFrom) {
        this.validFrom = validFrom;
    }

    public Date getValidTo() {
        return validTo;
    }

    public void setValidTo(Date validTo) {
        this.validTo = validTo;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public BigDecimal getPremium() {
        return premium;
    }

    public void setPremium(BigDecimal premium) {
        this.premium = premium;
    }

    public int getVersion() {
        return version;
    }
}
