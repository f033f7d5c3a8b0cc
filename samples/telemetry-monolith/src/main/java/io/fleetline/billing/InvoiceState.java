package io.fleetline.billing;

public enum InvoiceState {
    DRAFT,
    ISSUED,
    PAID,
    VOID
}
