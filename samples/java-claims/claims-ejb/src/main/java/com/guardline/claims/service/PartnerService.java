package com.guardline.claims.service;

import java.math.BigDecimal;
import java.util.List;

import javax.ejb.Remote;

import com.guardline.claims.model.PartnerOrder;

@Remote
public interface PartnerService {

    Long login(String apiUser, String secret);

    List<PartnerOrder> openOrders(Long partnerId);

    void acceptOrder(Long partnerId, String orderNo);

    void registerInvoice(Long partnerId, String orderNo, String invoiceNo, BigDecimal net, BigDecimal vat);

    PartnerOrder placeOrder(Long claimId, String orderKind, String city, Long userId);
}
