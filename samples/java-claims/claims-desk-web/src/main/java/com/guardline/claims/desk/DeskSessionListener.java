package com.guardline.claims.desk;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;

import org.apache.log4j.Logger;

import com.guardline.claims.service.UserServiceBean;

public class DeskSessionListener implements HttpSessionListener {

    private static final Logger LOG = Logger.getLogger(DeskSessionListener.class);

    private static int sessions;

    public void sessionCreated(HttpSessionEvent event) {
        synchronized (DeskSessionListener.class) {
            sessions++;
        }
    }

    public void sessionDestroyed(HttpSessionEvent event) {
        synchronized (DeskSessionListener.class) {
            sessions--;
        }
        DeskUser user = (DeskUser) event.getSession().getAttribute(DeskUser.KEY);
        if (user != null) {
            try {
                UserServiceBean users = (UserServiceBean) new InitialContext()
                        .lookup("java:global/claims/claims-ejb-4.1.6/UserServiceBean");
                users.loggedOut(user.getUserId());
            } catch (NamingException e) {
                LOG.error("logout of " + user.getDisplayName(), e);
            }
        }
    }

    public static synchronized int getSessions() {
        return sessions;
    }
}
