package com.guardline.claims.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.ejb.EJB;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebService;

import com.guardline.claims.model.PartnerOrder;
import com.guardline.claims.service.PartnerServiceBean;
import com.guardline.claims.util.JmsSender;

/**
 * 合作修理厂 Web 服务接口
 */
@WebService(serviceName = "PartnerService", portName = "PartnerPort", targetNamespace = "http://guardline.example/partner")
public class PartnerPort {

    @EJB
    private PartnerServiceBean partners;

    @WebMethod
    public List<PartnerOrderXml> openOrders(@WebParam(name = "user") String user, @WebParam(name = "secret") String secret) {
        List<PartnerOrderXml> result = new ArrayList<PartnerOrderXml>();
        for (PartnerOrder order : partners.openOrders(login(user, secret))) {
            result.add(new PartnerOrderXml(order));
        }
        return result;
    }

    @WebMethod
    public String accept(@WebParam(name = "user") String user, @WebParam(name = "secret") String secret,
            @WebParam(name = "orderNo") String orderNo) {
        Map<String, String> message = message(login(user, secret), "ACCEPT", orderNo);
        JmsSender.send(JmsSender.PARTNER_INBOUND, message);
        return "OK";
    }

    @WebMethod
    public String invoice(@WebParam(name = "user") String user, @WebParam(name = "secret") String secret,
            @WebParam(name = "orderNo") String orderNo, @WebParam(name = "invoiceNo") String invoiceNo,
            @WebParam(name = "net") String net, @WebParam(name = "vat") String vat) {
        Map<String, String> message = message(login(user, secret), "INVOICE", orderNo);
        message.put("invoiceNo", invoiceNo);
        message.put("net", net);
        message.put("vat", vat);
        JmsSender.send(JmsSender.PARTNER_INBOUND, message);
        return "OK";
    }

    private Long login(String user, String secret) {
        Long partnerId = partners.login(user, secret);
        if (partnerId == null) {
            throw new SecurityException("login failed");
        }
        return partnerId;
    }

    private Map<String, String> message(Long partnerId, String kind, String orderNo) {
        Map<String, String> message = new HashMap<String, String>();
        message.put("partnerId", String.valueOf(partnerId));
        message.put("kind", kind);
        message.put("orderNo", orderNo);
        return message;
    }
}
