package com.guardline.claims.desk;

import java.io.IOException;

import javax.ejb.EJB;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

import com.guardline.claims.model.AppUser;
import com.guardline.claims.service.ClaimException;
import com.guardline.claims.service.UserServiceBean;

public class DeskSessionFilter implements Filter {

    @EJB
    private UserServiceBean users;

    public void init(FilterConfig config) {
        // nothing to set up
    }

    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpSession session = http.getSession(true);
        if (session.getAttribute(DeskUser.KEY) == null && http.getRemoteUser() != null) {
            AppUser user = users.loggedIn(http.getRemoteUser());
            if (user == null) {
                throw new ClaimException("unknown user " + http.getRemoteUser());
            }
            session.setAttribute(DeskUser.KEY, new DeskUser(user));
        }
        chain.doFilter(request, response);
    }

    public void destroy() {
        // nothing to release
    }
}
