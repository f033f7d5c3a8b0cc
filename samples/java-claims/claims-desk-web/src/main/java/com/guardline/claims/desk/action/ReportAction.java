package com.guardline.claims.desk.action;

import java.util.Calendar;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.service.ReportServiceBean;

/**
 * 统计报表
 */
public class ReportAction implements DeskAction {

    private final ReportServiceBean reports;

    public ReportAction(ReportServiceBean reports) {
        this.reports = reports;
    }

    public String execute(HttpServletRequest request, DeskUser user) {
        String year = request.getParameter("year");
        int y = year == null ? Calendar.getInstance().get(Calendar.YEAR) : Integer.parseInt(year);
        request.setAttribute("rows", reports.run(request.getParameter("name"), y));
        return "report";
    }
}
