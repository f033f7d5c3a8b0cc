package io.fleetline.common;

public class NotFoundException extends RuntimeException {

    public NotFoundException(String what, Object key) {
        super("no " + what + " " + key);
    }
}
