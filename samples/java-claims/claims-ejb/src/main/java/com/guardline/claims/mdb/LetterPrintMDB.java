package com.guardline.claims.mdb;

import java.io.IOException;

import javax.ejb.ActivationConfigProperty;
import javax.ejb.EJB;
import javax.ejb.MessageDriven;
import javax.jms.JMSException;
import javax.jms.MapMessage;
import javax.jms.Message;
import javax.jms.MessageListener;

import com.guardline.claims.service.LetterServiceBean;

@MessageDriven(name = "LetterPrintMDB", activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "javax.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destination", propertyValue = "java:/queue/LetterPrint")
})
public class LetterPrintMDB implements MessageListener {

    @EJB
    private LetterServiceBean letters;

    public void onMessage(Message message) {
        try {
            letters.print(Long.valueOf(((MapMessage) message).getString("letterId")));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
