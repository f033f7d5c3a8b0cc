package io.fleetline.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class InvoiceCalculatorTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    private final InvoiceCalculator calculator = new InvoiceCalculator(new TaxRates());
    private final PricePlan plan = new PricePlan("FLEET", "Fleet", 19_900, 590, 25, 120);

    private Contract contract(int discount) {
        return new Contract(1, plan, LocalDate.of(2023, 1, 1), discount);
    }

    @Test
    void vehiclesAndKilometres() {
        Invoice invoice = calculator.draft(contract(0), new Usage(1, MARCH, 27, 41_200_000), "AT");
        assertEquals(19_900 + 2 * 590 + 42 * 120, invoice.getNetCents());
        assertEquals(5_224, invoice.getTaxCents());
    }

    @Test
    void discountAndReverseCharge() {
        Invoice invoice = calculator.draft(contract(10), new Usage(1, MARCH, 5, 0), "DE");
        assertEquals(17_910, invoice.getNetCents());
        assertEquals(0, invoice.getTaxCents());
    }

    @Test
    void amountsOfTheAccountingExport() {
        assertEquals("-0,05", AccountingExport.amount(-5));
        assertEquals("179,10", AccountingExport.amount(17_910));
    }
}
