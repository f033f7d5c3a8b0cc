package com.guardline.claims.desk.action;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.service.PaymentServiceBean;

public class PaymentApproveAction implements DeskAction {

    private final PaymentServiceBean payments;

    public PaymentApproveAction(PaymentServiceBean payments) {
        this.payments = payments;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        if (request.getParameter("paymentId") != null) {
            payments.approve(Long.valueOf(request.getParameter("paymentId")), user.getUserId());
        }
        request.setAttribute("payments", payments.waiting());
        return "paymentApprove";
    }
}
