package com.guardline.claims.desk.action;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.service.ClaimSearch;
import com.guardline.claims.service.ClaimServiceBean;
import com.guardline.claims.util.CodeCache;

public class ClaimSearchAction implements DeskAction {

    private final ClaimServiceBean claims;

    public ClaimSearchAction(ClaimServiceBean claims) {
        this.claims = claims;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        if (request.getParameter("search") != null) {
            ClaimSearch search = new ClaimSearch();
            search.setClaimNo(request.getParameter("claimNo"));
            search.setPolicyNo(request.getParameter("policyNo"));
            search.setHolderName(request.getParameter("holderName"));
            search.setStatus(request.getParameter("status"));
            user.setLastSearch(search);
        }
        request.setAttribute("rows", claims.search(user.getLastSearch()));
        request.setAttribute("states", CodeCache.entries("CLAIM_STATUS"));
        return "claimSearch";
    }
}
