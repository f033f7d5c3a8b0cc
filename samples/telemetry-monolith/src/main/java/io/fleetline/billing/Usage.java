package io.fleetline.billing;

import java.time.YearMonth;

record Usage(long customerId, YearMonth month, int vehicles, long meters) {

    /** Every thousand begun counts. */
    long thousandKilometres() {
        return (meters + 999_999) / 1_000_000;
    }
}
