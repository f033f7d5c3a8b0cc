package io.fleetline.billing;

import io.fleetline.common.ConflictException;
import io.fleetline.common.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InvoiceService {

    private static final int TERM_DAYS = 30;

    private final InvoiceRepository invoices;
    private final InvoiceCalculator calculator;
    private final Clock clock;

    InvoiceService(InvoiceRepository invoices, InvoiceCalculator calculator, Clock clock) {
        this.invoices = invoices;
        this.calculator = calculator;
        this.clock = clock;
    }

    @Transactional
    public boolean draft(Contract contract, Usage usage, String country) {
        if (invoices.existsByContractIdAndBillingMonth(contract.getId(), usage.month().toString())) {
            return false;
        }
        invoices.save(calculator.draft(contract, usage, country));
        return true;
    }

    @Transactional
    public Invoice issue(long id) {
        Invoice invoice = get(id);
        require(invoice, InvoiceState.DRAFT);
        LocalDate today = LocalDate.now(clock);
        invoice.issue(String.format("FL-%d-%06d", today.getYear(), invoices.nextNumber()), today, TERM_DAYS);
        return invoice;
    }

    @Transactional
    public Invoice paid(long id) {
        Invoice invoice = get(id);
        require(invoice, InvoiceState.ISSUED);
        invoice.paid();
        return invoice;
    }

    @Transactional
    public Invoice cancel(long id) {
        Invoice invoice = get(id);
        if (invoice.getState() == InvoiceState.PAID) {
            throw new ConflictException("invoice " + invoice.getNumber() + " is paid");
        }
        invoice.cancel();
        return invoice;
    }

    @Transactional(readOnly = true)
    public Invoice get(long id) {
        return invoices.findWithLinesById(id).orElseThrow(() -> new NotFoundException("invoice", id));
    }

    @Transactional(readOnly = true)
    public List<Invoice> ofCustomer(long customerId) {
        return invoices.findByContractCustomerIdOrderByBillingMonthDesc(customerId);
    }

    @Transactional(readOnly = true)
    public List<Invoice> booked(YearMonth month) {
        return invoices.findByBillingMonthAndStateIn(
                month.toString(), List.of(InvoiceState.ISSUED, InvoiceState.PAID));
    }

    private static void require(Invoice invoice, InvoiceState state) {
        if (invoice.getState() != state) {
            throw new ConflictException("invoice " + invoice.getId() + " is " + invoice.getState());
        }
    }
}
