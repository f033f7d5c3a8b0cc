package com.guardline.claims.util;

import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.naming.InitialContext;
import javax.naming.NamingException;

import org.apache.log4j.Logger;

public final class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);

    private MailSender() {
    }

    public static void send(String to, String subject, String text) {
        if (to == null || to.length() == 0) {
            return;
        }
        try {
            Session session = (Session) new InitialContext().lookup(AppConfig.get("mail.jndi", "java:jboss/mail/Claims"));
            MimeMessage message = new MimeMessage(session);
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, "GBK");
            message.setText(text, "GBK");
            Transport.send(message);
        } catch (NamingException e) {
            LOG.error("mail session missing", e);
        } catch (MessagingException e) {
            LOG.warn("mail to " + to + " failed", e);
        }
    }
}
