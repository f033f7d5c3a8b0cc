package io.fleetline.alerts;

interface NotificationSender {

    Channel channel();

    void send(String target, String subject, String text) throws SendException;
}
