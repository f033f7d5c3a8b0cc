import csv
import os
from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from billing.models import Invoice


class Command(BaseCommand):
    help = "Writes the issued invoices of one month as CSV for the tax adviser."

    def add_arguments(self, parser):
        parser.add_argument("month", help="YYYY-MM")

    def handle(self, *args, **options):
        try:
            year, month = (int(part) for part in options["month"].split("-"))
            first = date(year, month, 1)
        except ValueError:
            raise CommandError("The month must look like 2024-07.")
        os.makedirs(settings.LEDGER_EXPORT_DIR, exist_ok=True)
        target = os.path.join(settings.LEDGER_EXPORT_DIR, f"ledger-{first:%Y-%m}.csv")
        invoices = Invoice.objects.filter(issued_on__year=year, issued_on__month=month).exclude(number="")
        with open(target, "w", newline="", encoding="cp1252") as handle:
            writer = csv.writer(handle, delimiter=";")
            writer.writerow(["number", "date", "patient", "total", "patient share", "status"])
            for invoice in invoices.select_related("patient").order_by("number"):
                writer.writerow(
                    [
                        invoice.number,
                        invoice.issued_on.strftime("%d.%m.%Y"),
                        invoice.patient.number,
                        str(invoice.total).replace(".", ","),
                        str(invoice.patient_share).replace(".", ","),
                        invoice.status,
                    ]
                )
        self.stdout.write(f"{target}: {invoices.count()} invoices")
