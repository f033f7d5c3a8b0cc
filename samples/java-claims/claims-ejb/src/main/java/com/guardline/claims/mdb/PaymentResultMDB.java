package com.guardline.claims.mdb;

import javax.ejb.ActivationConfigProperty;
import javax.ejb.EJB;
import javax.ejb.MessageDriven;
import javax.jms.JMSException;
import javax.jms.MapMessage;
import javax.jms.Message;
import javax.jms.MessageListener;

import com.guardline.claims.service.PaymentServiceBean;

/**
 * 银行回盘结果
 */
@MessageDriven(name = "PaymentResultMDB", activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "javax.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destination", propertyValue = "java:/queue/PaymentResult")
})
public class PaymentResultMDB implements MessageListener {

    @EJB
    private PaymentServiceBean payments;

    public void onMessage(Message message) {
        try {
            MapMessage map = (MapMessage) message;
            payments.applyResult(Long.valueOf(map.getString("paymentId")), map.getString("status"), map.getString("bankReference"));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
