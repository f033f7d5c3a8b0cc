package io.fleetline.alerts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

@Component
class MailNotificationSender implements NotificationSender {

    private final JavaMailSender mail;
    private final String from;

    MailNotificationSender(JavaMailSender mail, @Value("${fleetline.mail-from}") String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public void send(String target, String subject, String text) throws SendException {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(target);
        message.setSubject(subject);
        message.setText(text);
        try {
            mail.send(message);
        } catch (MailException e) {
            throw new SendException("mail to " + target, e);
        }
    }
}
