package com.guardline.claims.util;

import java.util.Map;

import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.MapMessage;
import javax.jms.Queue;
import javax.jms.Session;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends a map message to one of the queues inside the running JTA transaction.
 */
public final class JmsSender {

    public static final String PARTNER_INBOUND = "java:/queue/PartnerInbound";
    public static final String PAYMENT_RESULT = "java:/queue/PaymentResult";
    public static final String LETTER_PRINT = "java:/queue/LetterPrint";

    private JmsSender() {
    }

    public static void send(String queueName, Map<String, String> values) {
        Connection connection = null;
        try {
            InitialContext ctx = new InitialContext();
            ConnectionFactory factory = (ConnectionFactory) ctx.lookup("java:/JmsXA");
            Queue queue = (Queue) ctx.lookup(queueName);
            connection = factory.createConnection();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MapMessage message = session.createMapMessage();
            for (Map.Entry<String, String> entry : values.entrySet()) {
                message.setString(entry.getKey(), entry.getValue());
            }
            session.createProducer(queue).send(message);
        } catch (NamingException e) {
            throw new IllegalStateException("JNDI name missing for " + queueName, e);
        } catch (JMSException e) {
            throw new IllegalStateException("cannot send to " + queueName, e);
        } finally {
            if (connection != null) {
                try {
                    connection.close();
                } catch (JMSException ignored) {
                    // pooled
                }
            }
        }
    }
}
