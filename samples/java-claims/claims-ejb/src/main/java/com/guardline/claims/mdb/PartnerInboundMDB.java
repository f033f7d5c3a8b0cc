package com.guardline.claims.mdb;

import java.math.BigDecimal;

import javax.ejb.ActivationConfigProperty;
import javax.ejb.EJB;
import javax.ejb.MessageDriven;
import javax.jms.JMSException;
import javax.jms.MapMessage;
import javax.jms.Message;
import javax.jms.MessageListener;

import com.guardline.claims.service.PartnerServiceBean;

@MessageDriven(name = "PartnerInboundMDB", activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "javax.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destination", propertyValue = "java:/queue/PartnerInbound")
})
public class PartnerInboundMDB implements MessageListener {

    @EJB
    private PartnerServiceBean partners;

    public void onMessage(Message message) {
        try {
            MapMessage map = (MapMessage) message;
            Long partnerId = Long.valueOf(map.getString("partnerId"));
            if ("ACCEPT".equals(map.getString("kind"))) {
                partners.acceptOrder(partnerId, map.getString("orderNo"));
            } else {
                partners.registerInvoice(partnerId, map.getString("orderNo"), map.getString("invoiceNo"),
                        new BigDecimal(map.getString("net")), new BigDecimal(map.getString("vat")));
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
