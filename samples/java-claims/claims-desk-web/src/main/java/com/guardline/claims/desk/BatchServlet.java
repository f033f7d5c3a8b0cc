package com.guardline.claims.desk;

import java.io.IOException;

import javax.ejb.EJB;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.guardline.claims.batch.AuditPurgeJob;
import com.guardline.claims.batch.PaymentRunTimer;

/**
 * 供 nightly_batch.sh 使用，仅允许本机访问
 */
public class BatchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "n1ghtly-B4tch";

    @EJB
    private AuditPurgeJob purge;
    @EJB
    private PaymentRunTimer paymentRun;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"127.0.0.1".equals(request.getRemoteAddr()) || !TOKEN.equals(request.getParameter("token"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String job = request.getParameter("job");
        if ("purge".equals(job)) {
            response.getWriter().println("rows " + purge.run(24));
        } else if ("payments".equals(job)) {
            paymentRun.run();
            response.getWriter().println("done");
        }
    }
}
