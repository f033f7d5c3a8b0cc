package com.guardline.claims.desk.action;

import java.math.BigDecimal;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.service.RecourseServiceBean;

public class RecourseAction implements DeskAction {

    private final RecourseServiceBean recourses;

    public RecourseAction(RecourseServiceBean recourses) {
        this.recourses = recourses;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        BigDecimal amount = new BigDecimal(request.getParameter("amount"));
        if (request.getParameter("recourseId") != null) {
            recourses.book(Long.valueOf(request.getParameter("recourseId")), amount, user.getUserId());
        } else {
            recourses.open(Long.valueOf(request.getParameter("claimId")), Long.valueOf(request.getParameter("debtorId")), amount, user.getUserId());
        }
        return "redirect:/claimView.do?claimNo=" + request.getParameter("claimNo");
    }
}
