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

import org.apache.log4j.Logger;

import com.guardline.claims.dao.AuditDao;
import com.guardline.claims.dao.ClaimDao;
import com.guardline.claims.license.LicenseManager;
import com.guardline.claims.model.Branch;
import com.guardline.claims.model.Claim;
import com.guardline.claims.model.ClaimItem;
import com.guardline.claims.model.ClaimStatusHistory;
import com.guardline.claims.model.Payment;
import com.guardline.claims.model.Policy;
import com.guardline.claims.model.Reserve;
import com.guardline.claims.util.NumberFormats;

/**
 * 理赔核心服务: 报案、定损、赔付、结案
 */
@Stateless
@LocalBean
public class ClaimServiceBean implements ClaimService {

    private static final Logger LOG = Logger.getLogger(ClaimServiceBean.class);

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @EJB
    private PolicyServiceBean policies;
    @EJB
    private ReserveServiceBean reserves;
    @EJB
    private PaymentServiceBean payments;
    @EJB
    private PartnerServiceBean partners;
    @EJB
    private FraudCheckBean fraud;
    @EJB
    private LetterServiceBean letters;

    private final ClaimDao claimDao = new ClaimDao();
    private final AuditDao auditDao = new AuditDao();

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Claim open(Claim claim, String policyNo, Long userId) {
        if (!LicenseManager.getInstance().isValid()) {
            throw new ClaimException("许可证无效，不能新建赔案");
        }
        Policy policy = policies.findCovering(policyNo, claim.getLossDate());
        Branch branch = em.find(Branch.class, policy.getBranchId());
        claim.setPolicyId(policy.getId());
        claim.setBranchId(branch.getId());
        claim.setClaimNo(claimDao.nextClaimNo(branch.getCode()));
        claim.setReportedAt(new Date());
        claim.setStatus("OPEN");
        if (claim.getClaimantId() == null) {
            claim.setClaimantId(policy.getHolderId());
        }
        em.persist(claim);
        em.flush();
        history(claim, userId, "reported");
        // 立案同时建立初始准备金，并执行反欺诈检查
        reserves.createInitial(claim, policy, userId);
        fraud.check(claim.getId());
        letters.queue(claim.getId(), "CONFIRM", policy.getHolderId());
        auditDao.write(userId, "OPEN", "CLAIM", claim.getId(), claim.getClaimNo());
        LOG.info("claim " + claim.getClaimNo() + " opened");
        return claim;
    }

    public Claim find(Long claimId) {
        return em.find(Claim.class, claimId);
    }

    @SuppressWarnings("unchecked")
    public Claim findByNo(String claimNo) {
        List<Claim> found = em.createNamedQuery("Claim.byNo").setParameter("claimNo", claimNo).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    public List<ClaimListRow> search(ClaimSearch search) {
        return claimDao.search(search);
    }

    @SuppressWarnings("unchecked")
    public List<ClaimItem> items(Long claimId) {
        return em.createNamedQuery("ClaimItem.byClaim").setParameter("claimId", claimId).getResultList();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void addItem(Long claimId, Long coverId, String text, BigDecimal claimed, Long userId) {
        Claim claim = find(claimId);
        requireOpen(claim);
        ClaimItem item = new ClaimItem();
        item.setClaimId(claimId);
        item.setCoverId(coverId);
        item.setItemText(text);
        item.setClaimedAmount(claimed);
        em.persist(item);
        reserves.increaseFor(claim, coverId, claimed, userId);
        auditDao.write(userId, "ITEM", "CLAIM", claimId, text);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void addNote(Long claimId, String text, Long userId) {
        claimDao.addNote(claimId, userId, text);
    }

    /**
     * 赔付: 同一事务内写入支付、准备金、状态历史、委托单和审计
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void settle(Long claimId, String bankAccount, Long userId) {
        Claim claim = find(claimId);
        requireOpen(claim);
        if (claim.getFraudScore() >= 100) {
            throw new ClaimException("claim " + claim.getClaimNo() + " is blocked by the fraud check");
        }
        for (Reserve reserve : reserves.byClaim(claimId)) {
            BigDecimal accepted = acceptedFor(claimId, reserve.getCoverId());
            if (accepted.signum() > 0) {
                Payment payment = payments.create(claim, reserve, accepted, bankAccount, userId);
                reserves.consume(reserve, payment.getAmount(), userId);
            }
        }
        partners.finishOrders(claimId);
        claimDao.shareReinsurance(claimId);
        claim.setStatus("SETTLED");
        history(claim, userId, "settled " + NumberFormats.day(new Date()));
        letters.queue(claimId, "SETTLED", claim.getClaimantId());
        auditDao.write(userId, "SETTLE", "CLAIM", claimId, null);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void close(Long claimId, String remark, Long userId) {
        Claim claim = find(claimId);
        if (!claimDao.isFullyPaid(claimId)) {
            throw new ClaimException("open payments");
        }
        reserves.releaseAll(claimId);
        claim.setStatus("CLOSED");
        claim.setClosedAt(new Date());
        history(claim, userId, remark);
        auditDao.write(userId, "CLOSE", "CLAIM", claimId, remark);
    }

    private BigDecimal acceptedFor(Long claimId, Long coverId) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ClaimItem item : items(claimId)) {
            if (item.getCoverId().equals(coverId)) {
                sum = sum.add(NumberFormats.nvl(item.getAcceptedAmount()));
            }
        }
        return sum.subtract(policies.deductible(coverId)).max(BigDecimal.ZERO);
    }

    private void history(Claim claim, Long userId, String remark) {
        ClaimStatusHistory entry = new ClaimStatusHistory();
        entry.setClaimId(claim.getId());
        entry.setStatus(claim.getStatus());
        entry.setUserId(userId);
        entry.setRemark(remark);
        entry.setChangedAt(new Date());
        em.persist(entry);
    }

    private void requireOpen(Claim claim) {
        if (claim == null || !"OPEN".equals(claim.getStatus())) {
            throw new ClaimException("claim is not open");
        }
    }
}
