package com.guardline.claims.desk.action;

import java.math.BigDecimal;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.model.Claim;
import com.guardline.claims.service.ClaimServiceBean;
import com.guardline.claims.service.DocumentArchiveBean;
import com.guardline.claims.service.PolicyServiceBean;
import com.guardline.claims.service.ReserveServiceBean;

public class ClaimViewAction implements DeskAction {

    private final ClaimServiceBean claims;
    private final PolicyServiceBean policies;
    private final ReserveServiceBean reserves;
    private final DocumentArchiveBean documents;

    public ClaimViewAction(ClaimServiceBean claims, PolicyServiceBean policies, ReserveServiceBean reserves, DocumentArchiveBean documents) {
        this.claims = claims;
        this.policies = policies;
        this.reserves = reserves;
        this.documents = documents;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        Claim claim = claims.findByNo(request.getParameter("claimNo"));
        if (request.getParameter("note") != null) {
            claims.addNote(claim.getId(), request.getParameter("note"), user.getUserId());
        }
        if (request.getParameter("itemText") != null) {
            claims.addItem(claim.getId(), Long.valueOf(request.getParameter("coverId")), request.getParameter("itemText"),
                    new BigDecimal(request.getParameter("claimed")), user.getUserId());
        }
        user.opened(claim.getClaimNo());
        request.setAttribute("claim", claim);
        request.setAttribute("items", claims.items(claim.getId()));
        request.setAttribute("covers", policies.covers(claim.getPolicyId()));
        request.setAttribute("reserves", reserves.byClaim(claim.getId()));
        request.setAttribute("documents", documents.byClaim(claim.getId()));
        return "claimView";
    }
}
