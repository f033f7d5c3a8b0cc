package com.guardline.claims.service;

import javax.ejb.ApplicationException;

@ApplicationException(rollback = true)
public class ClaimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClaimException(String message) {
        super(message);
    }
}
