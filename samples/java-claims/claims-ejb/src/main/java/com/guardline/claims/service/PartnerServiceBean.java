package com.guardline.claims.service;

import java.math.BigDecimal;
import java.security.MessageDigest;
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
import com.guardline.claims.dao.PartnerDao;
import com.guardline.claims.integration.RepairNetClient;
import com.guardline.claims.model.Claim;
import com.guardline.claims.model.Partner;
import com.guardline.claims.model.PartnerInvoice;
import com.guardline.claims.model.PartnerOrder;
import com.guardline.claims.model.Payment;
import com.guardline.claims.model.Reserve;
import com.guardline.claims.util.HolidayCalendar;

@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class PartnerServiceBean implements PartnerService {

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @EJB
    private ReserveServiceBean reserves;

    private final PartnerDao partnerDao = new PartnerDao();
    private final AuditDao auditDao = new AuditDao();

    public Long login(String apiUser, String secret) {
        return partnerDao.authenticate(apiUser, sha256(secret));
    }

    @SuppressWarnings("unchecked")
    public List<PartnerOrder> openOrders(Long partnerId) {
        return em.createNamedQuery("PartnerOrder.open").setParameter("partnerId", partnerId).getResultList();
    }

    public PartnerOrder placeOrder(Long claimId, String orderKind, String city, Long userId) {
        Claim claim = em.find(Claim.class, claimId);
        List<Long> candidates = partnerDao.candidates(orderKind, city);
        if (candidates.isEmpty()) {
            Long assessorId = partnerDao.assessorOfBranch(claim.getBranchId());
            if (assessorId == null) {
                throw new ClaimException("no partner for " + orderKind + " in " + city);
            }
            partnerDao.scheduleVisit(assessorId, claimId, HolidayCalendar.addWorkingDays(new Date(), 2));
            return null;
        }
        PartnerOrder order = new PartnerOrder();
        order.setOrderNo(partnerDao.nextOrderNo());
        order.setPartnerId(candidates.get(0));
        order.setClaimId(claimId);
        order.setOrderKind(orderKind);
        order.setStatus("PLACED");
        order.setOrderedAt(new Date());
        order.setDueDate(HolidayCalendar.addWorkingDays(new Date(), 10));
        em.persist(order);
        RepairNetClient.getInstance().announce(order.getOrderNo(), claim.getClaimNo());
        auditDao.write(userId, "ORDER", "CLAIM", claimId, order.getOrderNo());
        return order;
    }

    public void acceptOrder(Long partnerId, String orderNo) {
        PartnerOrder order = order(partnerId, orderNo);
        order.setStatus("ACCEPTED");
    }

    public void registerInvoice(Long partnerId, String orderNo, String invoiceNo, BigDecimal net, BigDecimal vat) {
        PartnerOrder order = order(partnerId, orderNo);
        PartnerInvoice invoice = new PartnerInvoice();
        invoice.setOrderId(order.getId());
        invoice.setInvoiceNo(invoiceNo);
        invoice.setNet(net);
        invoice.setVat(vat);
        invoice.setStatus("RECEIVED");
        invoice.setReceivedAt(new Date());
        if (order.getLimitAmount() == null || net.compareTo(order.getLimitAmount()) <= 0) {
            Payment payment = new Payment();
            payment.setClaimId(order.getClaimId());
            payment.setPayeeId(em.find(Partner.class, partnerId).getPartyId());
            payment.setAmount(net.add(vat));
            payment.setBankAccount("PARTNER");
            payment.setStatus("WAITING");
            for (Reserve reserve : reserves.byClaim(order.getClaimId())) {
                if (payment.getReserveId() == null && reserve.getOpenAmount().compareTo(payment.getAmount()) >= 0) {
                    payment.setReserveId(reserve.getId());
                    reserves.consume(reserve, payment.getAmount(), null);
                }
            }
            em.persist(payment);
            em.flush();
            invoice.setPaymentId(payment.getId());
            invoice.setStatus("BOOKED");
        }
        em.persist(invoice);
        order.setStatus("INVOICED");
        auditDao.write(null, "INVOICE", "PARTNER_ORDER", order.getId(), invoiceNo);
    }

    public void finishOrders(Long claimId) {
        em.createQuery("update PartnerOrder o set o.status = 'DONE' where o.claimId = :claimId and o.status = 'INVOICED'")
                .setParameter("claimId", claimId).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private PartnerOrder order(Long partnerId, String orderNo) {
        List<PartnerOrder> found = em.createQuery("select o from PartnerOrder o where o.orderNo = :orderNo and o.partnerId = :partnerId")
                .setParameter("orderNo", orderNo).setParameter("partnerId", partnerId).getResultList();
        if (found.isEmpty()) {
            throw new ClaimException("order " + orderNo + " unknown");
        }
        return found.get(0);
    }

    private static String sha256(String text) {
        try {
            StringBuilder sb = new StringBuilder();
            for (byte b : MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8"))) {
                sb.append(String.format("%02x", Byte.valueOf(b)));
            }
            return sb.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
