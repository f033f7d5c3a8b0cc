package com.guardline.claims.desk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import javax.ejb.EJB;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.guardline.claims.desk.action.ClaimNewAction;
import com.guardline.claims.desk.action.ClaimSearchAction;
import com.guardline.claims.desk.action.ClaimSettleAction;
import com.guardline.claims.desk.action.ClaimViewAction;
import com.guardline.claims.desk.action.CodeTableAction;
import com.guardline.claims.desk.action.DeskAction;
import com.guardline.claims.desk.action.PartnerOrderAction;
import com.guardline.claims.desk.action.PaymentApproveAction;
import com.guardline.claims.desk.action.RecourseAction;
import com.guardline.claims.desk.action.ReportAction;
import com.guardline.claims.service.ClaimException;
import com.guardline.claims.service.ClaimServiceBean;
import com.guardline.claims.service.DocumentArchiveBean;
import com.guardline.claims.service.PartnerServiceBean;
import com.guardline.claims.service.PaymentServiceBean;
import com.guardline.claims.service.PolicyServiceBean;
import com.guardline.claims.service.RecourseServiceBean;
import com.guardline.claims.service.ReportServiceBean;
import com.guardline.claims.service.ReserveServiceBean;

/**
 * Ç°¶Ë¿ØÖÆÆ÷: *.do -> Action
 */
public class DeskServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private ClaimServiceBean claims;
    @EJB
    private PolicyServiceBean policies;
    @EJB
    private ReserveServiceBean reserves;
    @EJB
    private PaymentServiceBean payments;
    @EJB
    private PartnerServiceBean partners;
    @EJB
    private DocumentArchiveBean documents;
    @EJB
    private RecourseServiceBean recourses;
    @EJB
    private ReportServiceBean reports;

    private final Map<String, DeskAction> actions = new HashMap<String, DeskAction>();

    @Override
    public void init() {
        actions.put("/claimSearch.do", new ClaimSearchAction(claims));
        actions.put("/claimView.do", new ClaimViewAction(claims, policies, reserves, documents));
        actions.put("/claimNew.do", new ClaimNewAction(claims));
        actions.put("/claimSettle.do", new ClaimSettleAction(claims));
        actions.put("/partnerOrder.do", new PartnerOrderAction(partners));
        actions.put("/paymentApprove.do", new PaymentApproveAction(payments));
        actions.put("/recourse.do", new RecourseAction(recourses));
        actions.put("/report.do", new ReportAction(reports));
        actions.put("/codeTable.do", new CodeTableAction());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        DeskAction action = actions.get(request.getServletPath());
        if (action == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        DeskUser user = (DeskUser) request.getSession().getAttribute(DeskUser.KEY);
        String page;
        try {
            page = action.execute(request, user);
        } catch (ClaimException e) {
            request.setAttribute("message", e.getMessage());
            page = "error";
        }
        if (page.startsWith("redirect:")) {
            response.sendRedirect(request.getContextPath() + page.substring("redirect:".length()));
        } else {
            request.getRequestDispatcher("/WEB-INF/jsp/" + page + ".jsp").forward(request, response);
        }
    }
}
