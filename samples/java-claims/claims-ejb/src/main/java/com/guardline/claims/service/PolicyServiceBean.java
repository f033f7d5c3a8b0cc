package com.guardline.claims.service;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;

import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import com.guardline.claims.model.Party;
import com.guardline.claims.model.Policy;
import com.guardline.claims.model.PolicyCover;
import com.guardline.claims.model.Vehicle;

/**
 * 保单查询
 */
@Stateless
@LocalBean
public class PolicyServiceBean {

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @SuppressWarnings("unchecked")
    public Policy findByNo(String policyNo) {
        List<Policy> found = em.createNamedQuery("Policy.byNo").setParameter("policyNo", policyNo).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    public Policy findCovering(String policyNo, Date lossDate) {
        Policy policy = findByNo(policyNo);
        if (policy == null) {
            throw new ClaimException("保单不存在: " + policyNo);
        }
        if (lossDate.before(policy.getValidFrom()) || lossDate.after(policy.getValidTo())) {
            throw new ClaimException("出险日期不在保险期间内");
        }
        return policy;
    }

    @SuppressWarnings("unchecked")
    public List<PolicyCover> covers(Long policyId) {
        return em.createNamedQuery("PolicyCover.byPolicy").setParameter("policyId", policyId).getResultList();
    }

    public BigDecimal deductible(Long coverId) {
        PolicyCover cover = em.find(PolicyCover.class, coverId);
        return cover == null ? BigDecimal.ZERO : cover.getDeductible();
    }

    public Party holder(Policy policy) {
        return em.find(Party.class, policy.getHolderId());
    }

    @SuppressWarnings("unchecked")
    public List<Vehicle> vehicles(Long policyId) {
        return em.createQuery("select v from Vehicle v where v.policyId = :policyId").setParameter("policyId", policyId).getResultList();
    }
}
