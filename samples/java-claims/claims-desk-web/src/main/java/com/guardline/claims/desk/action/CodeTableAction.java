package com.guardline.claims.desk.action;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskSessionListener;
import com.guardline.claims.desk.DeskUser;
import com.guardline.claims.util.CodeCache;

public class CodeTableAction implements DeskAction {

    public String execute(HttpServletRequest request, DeskUser user) {
        if (request.getParameter("clear") != null) {
            CodeCache.clear();
        }
        request.setAttribute("sessions", Integer.valueOf(DeskSessionListener.getSessions()));
        request.setAttribute("entries", CodeCache.entries(request.getParameter("type")));
        return "codeTable";
    }
}
