package io.fleetline.billing;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** Semicolons and decimal commas, as the accounting package reads them. */
@Component
class AccountingExport {

    private static final String HEADER = "number;date;customer;net;tax;gross;state\r\n";

    private final InvoiceService invoices;

    AccountingExport(InvoiceService invoices) {
        this.invoices = invoices;
    }

    String csv(YearMonth month) {
        List<Invoice> booked = invoices.booked(month);
        StringBuilder out = new StringBuilder(HEADER);
        for (Invoice invoice : booked) {
            out.append(invoice.getNumber()).append(';')
                    .append(invoice.getIssuedOn()).append(';')
                    .append(invoice.getContract().getCustomerId()).append(';')
                    .append(amount(invoice.getNetCents())).append(';')
                    .append(amount(invoice.getTaxCents())).append(';')
                    .append(amount(invoice.grossCents())).append(';')
                    .append(invoice.getState()).append("\r\n");
        }
        return out.toString();
    }

    static String amount(long cents) {
        String sign = cents < 0 ? "-" : "";
        long absolute = Math.abs(cents);
        return sign + absolute / 100 + "," + (absolute % 100 < 10 ? "0" : "") + absolute % 100;
    }
}
