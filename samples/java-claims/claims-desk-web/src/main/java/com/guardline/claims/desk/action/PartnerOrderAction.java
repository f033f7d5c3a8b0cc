package com.guardline.claims.desk.action;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.model.PartnerOrder;
import com.guardline.claims.service.PartnerServiceBean;

public class PartnerOrderAction implements DeskAction {

    private final PartnerServiceBean partners;

    public PartnerOrderAction(PartnerServiceBean partners) {
        this.partners = partners;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        PartnerOrder order = partners.placeOrder(Long.valueOf(request.getParameter("claimId")), request.getParameter("orderKind"),
                request.getParameter("city"), user.getUserId());
        request.setAttribute("order", order);
        return "partnerOrder";
    }
}
