package com.guardline.claims.service;

import java.io.Serializable;

public class ClaimSearch implements Serializable {

    private static final long serialVersionUID = 1L;

    private String claimNo;
    private String policyNo;
    private String holderName;
    private String status;

    public String getClaimNo() {
        return claimNo;
    }

    public void setClaimNo(String claimNo) {
        this.claimNo = emptyToNull(claimNo);
    }

    public String getPolicyNo() {
        return policyNo;
    }

    public void setPolicyNo(String policyNo) {
        this.policyNo = emptyToNull(policyNo);
    }

    public String getHolderName() {
        return holderName;
    }

    public void setHolderName(String holderName) {
        this.holderName = emptyToNull(holderName);
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = emptyToNull(status);
    }

    private static String emptyToNull(String value) {
        return value == null || value.trim().length() == 0 ? null : value.trim();
    }
}
