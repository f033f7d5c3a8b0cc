package io.fleetline.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class InvoiceController {

    private final InvoiceService invoices;
    private final InvoiceRun run;
    private final AccountingExport export;

    InvoiceController(InvoiceService invoices, InvoiceRun run, AccountingExport export) {
        this.invoices = invoices;
        this.run = run;
        this.export = export;
    }

    @GetMapping("/customers/{customerId}/invoices")
    public List<InvoiceView> ofCustomer(@PathVariable long customerId) {
        return invoices.ofCustomer(customerId).stream().map(InvoiceView::of).collect(Collectors.toList());
    }

    @GetMapping("/invoices/{id}/lines")
    public List<LineView> lines(@PathVariable long id) {
        return invoices.get(id).getLines().stream().map(LineView::of).collect(Collectors.toList());
    }

    @PostMapping("/invoices/{id}/issue")
    public InvoiceView issue(@PathVariable long id) {
        return InvoiceView.of(invoices.issue(id));
    }

    @PostMapping("/invoices/{id}/payment")
    public InvoiceView paid(@PathVariable long id) {
        return InvoiceView.of(invoices.paid(id));
    }

    @DeleteMapping("/invoices/{id}")
    public InvoiceView cancel(@PathVariable long id) {
        return InvoiceView.of(invoices.cancel(id));
    }

    @PostMapping("/invoice-runs/{month}")
    public int start(@PathVariable String month) {
        return run.run(YearMonth.parse(month));
    }

    @GetMapping("/accounting/{month}.csv")
    public ResponseEntity<String> accounting(@PathVariable String month) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=fleetline-" + month + ".csv")
                .body(export.csv(YearMonth.parse(month)));
    }

    record InvoiceView(long id, String number, String billingMonth, InvoiceState state, long netCents,
                       long taxCents, LocalDate dueOn) {

        static InvoiceView of(Invoice i) {
            return new InvoiceView(i.getId(), i.getNumber(), i.getBillingMonth(), i.getState(), i.getNetCents(),
                    i.getTaxCents(), i.getDueOn());
        }
    }

    record LineView(String text, long quantity, long unitCents, long amountCents) {

        static LineView of(InvoiceLine l) {
            return new LineView(l.getText(), l.getQuantity(), l.getUnitCents(), l.amountCents());
        }
    }
}
