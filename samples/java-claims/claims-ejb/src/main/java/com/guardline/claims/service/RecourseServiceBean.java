package com.guardline.claims.service;

import java.math.BigDecimal;

import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import com.guardline.claims.dao.AuditDao;
import com.guardline.claims.model.Claim;
import com.guardline.claims.model.Recourse;

/**
 * ´úÎ»×·³¥
 */
@Stateless
@LocalBean
public class RecourseServiceBean {

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    private final AuditDao auditDao = new AuditDao();

    public Recourse open(Long claimId, Long debtorId, BigDecimal amount, Long userId) {
        Claim claim = em.find(Claim.class, claimId);
        Recourse recourse = new Recourse();
        recourse.setClaimId(claim.getId());
        recourse.setDebtorId(debtorId);
        recourse.setAmount(amount);
        recourse.setRecovered(BigDecimal.ZERO);
        recourse.setStatus("OPEN");
        em.persist(recourse);
        auditDao.write(userId, "RECOURSE", "CLAIM", claimId, amount.toPlainString());
        return recourse;
    }

    public void book(Long recourseId, BigDecimal received, Long userId) {
        Recourse recourse = em.find(Recourse.class, recourseId);
        recourse.setRecovered(recourse.getRecovered().add(received));
        if (recourse.getRecovered().compareTo(recourse.getAmount()) >= 0) {
            recourse.setStatus("DONE");
        }
        auditDao.write(userId, "RECOVERED", "RECOURSE", recourseId, received.toPlainString());
    }
}
