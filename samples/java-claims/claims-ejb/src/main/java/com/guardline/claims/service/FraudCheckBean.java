package com.guardline.claims.service;

import java.util.List;

import javax.ejb.EJB;
import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import com.guardline.claims.dao.ClaimDao;
import com.guardline.claims.dao.FraudDao;
import com.guardline.claims.model.Claim;
import com.guardline.claims.model.FraudRule;
import com.guardline.claims.util.MailSender;

@Stateless
@LocalBean
public class FraudCheckBean {

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @EJB
    private UserServiceBean users;

    private final FraudDao fraudDao = new FraudDao();
    private final ClaimDao claimDao = new ClaimDao();

    @SuppressWarnings("unchecked")
    public int check(Long claimId) {
        em.flush();
        fraudDao.clearHits(claimId);
        int score = 0;
        for (FraudRule rule : (List<FraudRule>) em.createNamedQuery("FraudRule.active").getResultList()) {
            if (fraudDao.matches(rule.getSqlText(), claimId)) {
                fraudDao.addHit(claimId, rule.getId(), rule.getPoints());
                score += rule.getPoints();
            }
        }
        claimDao.setFraudScore(claimId, score);
        Claim claim = em.find(Claim.class, claimId);
        em.refresh(claim);
        if (score >= 100) {
            MailSender.send(users.investigationMail(claim.getBranchId()), "Fraud score " + score, "Claim " + claim.getClaimNo());
        }
        return score;
    }
}
