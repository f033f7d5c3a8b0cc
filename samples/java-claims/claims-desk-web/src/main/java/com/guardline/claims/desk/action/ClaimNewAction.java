package com.guardline.claims.desk.action;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.ClaimWizard;
import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.model.Claim;
import com.guardline.claims.service.ClaimServiceBean;
import com.guardline.claims.util.CodeCache;

/**
 * 报案向导
 */
public class ClaimNewAction implements DeskAction {

    private final ClaimServiceBean claims;

    public ClaimNewAction(ClaimServiceBean claims) {
        this.claims = claims;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        ClaimWizard wizard = user.getWizard();
        if ("POST".equals(request.getMethod())) {
            wizard.read(request);
        }
        if (wizard.isComplete()) {
            Claim claim = claims.open(wizard.getClaim(), wizard.getPolicyNo(), user.getUserId());
            user.dropWizard();
            return "redirect:/claimView.do?claimNo=" + claim.getClaimNo();
        }
        request.setAttribute("wizard", wizard);
        request.setAttribute("causes", CodeCache.entries("CAUSE"));
        return "claimNew";
    }
}
