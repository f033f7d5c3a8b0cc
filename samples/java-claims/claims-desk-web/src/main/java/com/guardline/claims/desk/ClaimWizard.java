package com.guardline.claims.desk;

import java.io.Serializable;
import java.text.ParseException;
import java.text.SimpleDateFormat;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.model.Claim;

/** The three pages of a new claim, kept in the session until the last one is sent. */
public class ClaimWizard implements Serializable {

    private static final long serialVersionUID = 1L;

    private int step = 1;
    private String policyNo;
    private final Claim claim = new Claim();

    public void read(HttpServletRequest request) {
        if (step == 1) {
            policyNo = request.getParameter("policyNo");
        } else if (step == 2) {
            try {
                claim.setLossDate(new SimpleDateFormat("yyyy-MM-dd").parse(request.getParameter("lossDate")));
            } catch (ParseException e) {
                throw new IllegalArgumentException("lossDate", e);
            }
            claim.setLossPlace(request.getParameter("lossPlace"));
            claim.setCause(request.getParameter("cause"));
        } else {
            claim.setDescription(request.getParameter("description"));
        }
        step++;
    }

    public boolean isComplete() {
        return step > 3;
    }

    public int getStep() {
        return step;
    }

    public String getPolicyNo() {
        return policyNo;
    }

    public Claim getClaim() {
        return claim;
    }
}
