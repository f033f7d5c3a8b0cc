package com.guardline.claims.service;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import com.guardline.claims.license.LicenseManager;
import com.guardline.claims.model.AppUser;
import com.guardline.claims.model.Branch;

@Stateless
@LocalBean
public class UserServiceBean {

    private static final Set<Long> ACTIVE_USERS = new HashSet<Long>();

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @SuppressWarnings("unchecked")
    public AppUser loggedIn(String loginName) {
        List<AppUser> found = em.createNamedQuery("AppUser.byLogin").setParameter("loginName", loginName).getResultList();
        if (found.isEmpty()) {
            return null;
        }
        AppUser user = found.get(0);
        synchronized (ACTIVE_USERS) {
            ACTIVE_USERS.add(user.getId());
            if (ACTIVE_USERS.size() > LicenseManager.getInstance().getMaxUsers()) {
                ACTIVE_USERS.remove(user.getId());
                throw new ClaimException("在线用户数超过许可证限制");
            }
        }
        user.setLastLogin(new Date());
        return user;
    }

    public void loggedOut(Long userId) {
        synchronized (ACTIVE_USERS) {
            ACTIVE_USERS.remove(userId);
        }
    }

    public String investigationMail(Long branchId) {
        Branch branch = em.find(Branch.class, branchId);
        return branch == null ? null : "siu-" + branch.getCode().toLowerCase() + "@insurer.example";
    }
}
