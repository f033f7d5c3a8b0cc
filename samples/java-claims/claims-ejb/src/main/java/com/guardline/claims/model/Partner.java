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
@Table(name = "PARTNER")
@SequenceGenerator(name = "seqPartner", sequenceName = "SEQ_PARTNER", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "Partner.byNo", query = "select p from Partner p where p.partnerNo = :partnerNo")
})
public class Partner implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqPartner")
    @Column(name = "ID")
    private Long id;

    @Column(name = "PARTNER_NO", nullable = false, length = 12)
    private String partnerNo;

    @Column(name = "PARTY_ID", nullable = false)
    private Long partyId;

    @Column(name = "PARTNER_KIND", nullable = false, length = 12)
    private String partnerKind;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "CONTRACT_FROM", nullable = false)
    private Date contractFrom;

    @Column(name = "HOURLY_RATE")
    private BigDecimal hourlyRate;

    @Column(name = "API_USER", length = 30)
    private String apiUser;

    @Column(name = "API_SECRET_HASH", length = 64)
    private String apiSecretHash;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getPartnerNo() {
        return partnerNo;
    }

    public void setPartnerNo(String partnerNo) {
        this.partnerNo = partnerNo;
    }

    public Long getPartyId() {
        return partyId;
    }

    public void setPartyId(Long partyId) {
        this.partyId = partyId;
    }

    public String getPartnerKind() {
        return partnerKind;
    }

    public void setPartnerKind(String partnerKind) {
        this.partnerKind = partnerKind;
    }

    public Date getContractFrom() {
        return contractFrom;
    }

    public void setContractFrom(Date contractFrom) {
        this.contractFrom = contractFrom;
    }

    public BigDecimal getHourlyRate() {
        return hourlyRate;
    }

    public void setHourlyRate(BigDecimal hourlyRate) {
        this.hourlyRate = hourlyRate;
    }

    public String getApiUser() {
        return apiUser;
    }

    public void setApiUser(String apiUser) {
        this.apiUser = apiUser;
    }

    public String getApiSecretHash() {
        return apiSecretHash;
    }

    public void setApiSecretHash(String apiSecretHash) {
        this.apiSecretHash = apiSecretHash;
    }

    public int getVersion() {
        return version;
    }
}
