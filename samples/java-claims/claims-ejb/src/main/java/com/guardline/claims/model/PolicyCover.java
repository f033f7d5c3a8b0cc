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
@Table(name = "POLICY_COVER")
@SequenceGenerator(name = "seqPolicyCover", sequenceName = "SEQ_POLICY_COVER", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "PolicyCover.byPolicy", query = "select c from PolicyCover c where c.policyId = :policyId")
})
public class PolicyCover implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqPolicyCover")
    @Column(name = "ID")
    private Long id;

    @Column(name = "POLICY_ID", nullable = false)
    private Long policyId;

    @Column(name = "COVER_CODE", nullable = false, length = 20)
    private String coverCode;

    @Column(name = "SUM_INSURED", nullable = false)
    private BigDecimal sumInsured;

    @Column(name = "DEDUCTIBLE", nullable = false)
    private BigDecimal deductible;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getPolicyId() {
        return policyId;
    }

    public void setPolicyId(Long policyId) {
        this.policyId = policyId;
    }

    public String getCoverCode() {
        return coverCode;
    }

    public void setCoverCode(String coverCode) {
        this.coverCode = coverCode;
    }

    public BigDecimal getSumInsured() {
        return sumInsured;
    }

    public void setSumInsured(BigDecimal sumInsured) {
        this.sumInsured = sumInsured;
    }

    public BigDecimal getDeductible() {
        return deductible;
    }

    public void setDeductible(BigDecimal deductible) {
        this.deductible = deductible;
    }

    public int getVersion() {
        return version;
    }
}
