package com.guardline.claims.desk.action;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.model.Claim;
import com.guardline.claims.service.ClaimServiceBean;

public class ClaimSettleAction implements DeskAction {

    private final ClaimServiceBean claims;

    public ClaimSettleAction(ClaimServiceBean claims) {
        this.claims = claims;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        Claim claim = claims.findByNo(request.getParameter("claimNo"));
        if ("close".equals(request.getParameter("what"))) {
            claims.close(claim.getId(), request.getParameter("remark"), user.getUserId());
        } else {
            claims.settle(claim.getId(), request.getParameter("bankAccount"), user.getUserId());
        }
        return "redirect:/claimView.do?claimNo=" + claim.getClaimNo();
    }
}
