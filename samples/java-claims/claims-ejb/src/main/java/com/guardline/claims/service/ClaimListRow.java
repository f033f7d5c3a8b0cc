package com.guardline.claims.service;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Date;

public class ClaimListRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private long id;
    private String claimNo;
    private String status;
    private Date lossDate;
    private String policyNo;
    private String holder;
    private String handler;
    private BigDecimal openReserve;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getClaimNo() {
        return claimNo;
    }

    public void setClaimNo(String claimNo) {
        this.claimNo = claimNo;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Date getLossDate() {
        return lossDate;
    }

    public void setLossDate(Date lossDate) {
        this.lossDate = lossDate;
    }

    public String getPolicyNo() {
        return policyNo;
    }

    public void setPolicyNo(String policyNo) {
        this.policyNo = policyNo;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public String getHandler() {
        return handler;
    }

    public void setHandler(String handler) {
        this.handler = handler;
    }

    public BigDecimal getOpenReserve() {
        return openReserve;
    }

    public void setOpenReserve(BigDecimal openReserve) {
        this.openReserve = openReserve;
    }
}
