package io.fleetline.alerts;

class SendException extends Exception {

    SendException(String message, Throwable cause) {
        super(message, cause);
    }
}
