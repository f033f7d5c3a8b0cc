package io.fleetline.billing;

import org.springframework.stereotype.Component;

@Component
class InvoiceCalculator {

    private final TaxRates taxes;

    InvoiceCalculator(TaxRates taxes) {
        this.taxes = taxes;
    }

    Invoice draft(Contract contract, Usage usage, String country) {
        PricePlan plan = contract.getPlan();
        Invoice invoice = new Invoice(contract, usage.month().toString(), InvoiceState.DRAFT);
        invoice.addLine("Plan " + plan.getName(), 1, plan.getBaseCents());
        int extraVehicles = Math.max(0, usage.vehicles() - plan.getIncludedVehicles());
        if (extraVehicles > 0) {
            invoice.addLine("Vehicles beyond " + plan.getIncludedVehicles(), extraVehicles, plan.getPerVehicleCents());
        }
        if (plan.getPerThousandKmCents() > 0 && usage.meters() > 0) {
            invoice.addLine("Per 1,000 km", usage.thousandKilometres(), plan.getPerThousandKmCents());
        }
        if (contract.getDiscountPercent() > 0) {
            long discount = Math.round(invoice.getNetCents() * contract.getDiscountPercent() / 100.0);
            invoice.addLine("Discount " + contract.getDiscountPercent() + " %", 1, -discount);
        }
        invoice.tax(taxes.taxOn(invoice.getNetCents(), country));
        return invoice;
    }
}
