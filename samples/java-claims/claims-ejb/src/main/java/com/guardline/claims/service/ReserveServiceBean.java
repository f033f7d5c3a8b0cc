package com.guardline.claims.service;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;

import javax.ejb.EJB;
import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.ejb.TransactionAttribute;
import javax.ejb.TransactionAttributeType;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import com.guardline.claims.dao.ReserveDao;
import com.guardline.claims.model.Claim;
import com.guardline.claims.model.Policy;
import com.guardline.claims.model.PolicyCover;
import com.guardline.claims.model.Reserve;

@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ReserveServiceBean {

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @EJB
    private PolicyServiceBean policies;

    private final ReserveDao reserveDao = new ReserveDao();

    public void createInitial(Claim claim, Policy policy, Long userId) {
        for (PolicyCover cover : policies.covers(policy.getId())) {
            BigDecimal suggested = reserveDao.suggest(claim.getCause(), cover.getCoverCode());
            if (suggested != null && suggested.signum() > 0) {
                Reserve reserve = new Reserve();
                reserve.setClaimId(claim.getId());
                reserve.setCoverId(cover.getId());
                reserve.setAmount(suggested.min(cover.getSumInsured()));
                reserve.setOpenAmount(reserve.getAmount());
                reserve.setUpdatedAt(new Date());
                em.persist(reserve);
                em.flush();
                reserveDao.logChange(reserve.getId(), BigDecimal.ZERO, reserve.getAmount(), "initial", userId);
            }
        }
    }

    @SuppressWarnings("unchecked")
    public List<Reserve> byClaim(Long claimId) {
        return em.createNamedQuery("Reserve.byClaim").setParameter("claimId", claimId).getResultList();
    }

    public void increaseFor(Claim claim, Long coverId, BigDecimal claimed, Long userId) {
        for (Reserve reserve : byClaim(claim.getId())) {
            if (reserve.getCoverId().equals(coverId) && reserve.getOpenAmount().compareTo(claimed) < 0) {
                BigDecimal old = reserve.getAmount();
                BigDecimal missing = claimed.subtract(reserve.getOpenAmount());
                reserve.setAmount(old.add(missing));
                reserve.setOpenAmount(claimed);
                reserve.setUpdatedAt(new Date());
                reserveDao.logChange(reserve.getId(), old, reserve.getAmount(), "new item", userId);
            }
        }
    }

    public void consume(Reserve reserve, BigDecimal amount, Long userId) {
        em.flush();
        if (reserveDao.consume(reserve.getId(), amount) == 0) {
            throw new ClaimException("reserve too small for " + amount);
        }
        reserveDao.logChange(reserve.getId(), reserve.getAmount(), reserve.getAmount().subtract(amount), "payment", userId);
        em.refresh(reserve);
    }

    public void releaseAll(Long claimId) {
        em.flush();
        reserveDao.releaseAll(claimId);
    }
}
