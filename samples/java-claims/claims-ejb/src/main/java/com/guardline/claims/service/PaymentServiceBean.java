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

import com.guardline.claims.dao.AuditDao;
import com.guardline.claims.dao.PaymentDao;
import com.guardline.claims.model.AppUser;
import com.guardline.claims.model.Claim;
import com.guardline.claims.model.Payment;
import com.guardline.claims.model.Reserve;

/**
 * 赔款支付: 超过权限金额需上级审批
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class PaymentServiceBean {

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @EJB
    private ClaimServiceBean claims;

    private final PaymentDao paymentDao = new PaymentDao();
    private final AuditDao auditDao = new AuditDao();

    public Payment create(Claim claim, Reserve reserve, BigDecimal amount, String bankAccount, Long userId) {
        AppUser user = em.find(AppUser.class, userId);
        Payment payment = new Payment();
        payment.setClaimId(claim.getId());
        payment.setPayeeId(claim.getClaimantId());
        payment.setReserveId(reserve.getId());
        payment.setAmount(amount);
        payment.setBankAccount(bankAccount);
        if (user.getApprovalLimit().compareTo(amount) >= 0) {
            payment.setStatus("APPROVED");
            payment.setApprovedBy(userId);
            payment.setApprovedAt(new Date());
        } else {
            payment.setStatus("WAITING");
        }
        em.persist(payment);
        return payment;
    }

    @SuppressWarnings("unchecked")
    public List<Payment> waiting() {
        return em.createNamedQuery("Payment.byStatus").setParameter("status", "WAITING").getResultList();
    }

    public void approve(Long paymentId, Long userId) {
        Payment payment = em.find(Payment.class, paymentId);
        AppUser user = em.find(AppUser.class, userId);
        if (user.getApprovalLimit().compareTo(payment.getAmount()) < 0) {
            throw new ClaimException("审批权限不足");
        }
        payment.setStatus("APPROVED");
        payment.setApprovedBy(userId);
        payment.setApprovedAt(new Date());
        auditDao.write(userId, "APPROVE", "PAYMENT", paymentId, payment.getAmount().toPlainString());
    }

    /** Result of the bank, delivered by the queue PaymentResult. */
    public void applyResult(Long paymentId, String status, String bankReference) {
        paymentDao.setResult(paymentId, status, bankReference);
        Long claimId = paymentDao.claimOf(paymentId);
        Claim claim = claims.find(claimId);
        if ("PAID".equals(status) && "SETTLED".equals(claim.getStatus())) {
            try {
                claims.close(claimId, "paid by bank " + bankReference, null);
            } catch (ClaimException e) {
                auditDao.write(null, "CLOSE_LATER", "CLAIM", claimId, e.getMessage());
            }
        }
    }
}
