package io.fleetline.billing;

import io.fleetline.common.JobLock;
import io.fleetline.devices.api.CustomerRef;
import io.fleetline.devices.api.DeviceDirectory;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** On the second of a month the drafts of the month before are written; people issue them. */
@Component
class InvoiceRun {

    private static final Logger log = LoggerFactory.getLogger(InvoiceRun.class);

    private final ContractService contracts;
    private final UsageMeter meter;
    private final InvoiceService invoices;
    private final DeviceDirectory directory;
    private final JobLock lock;
    private final Clock clock;

    InvoiceRun(ContractService contracts, UsageMeter meter, InvoiceService invoices, DeviceDirectory directory,
               JobLock lock, Clock clock) {
        this.contracts = contracts;
        this.meter = meter;
        this.invoices = invoices;
        this.directory = directory;
        this.lock = lock;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 4 2 * *")
    public void monthly() {
        lock.runExclusively("invoice-run", () -> run(YearMonth.now(clock).minusMonths(1)));
    }

    int run(YearMonth month) {
        int written = 0;
        for (Contract contract : contracts.activeIn(month)) {
            Optional<CustomerRef> customer = directory.customer(contract.getCustomerId());
            if (customer.isEmpty()) {
                log.error("contract {} has no customer", contract.getId());
                continue;
            }
            Usage usage = meter.of(contract.getCustomerId(), month);
            if (invoices.draft(contract, usage, customer.get().country())) {
                written++;
            }
        }
        log.info("{} drafts for {}", written, month);
        return written;
    }
}
