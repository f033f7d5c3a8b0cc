import datetime
from decimal import Decimal

from django.contrib.auth import get_user_model
from django.test import TestCase

from accounts.models import Clinic
from billing import services
from billing.models import Invoice, InvoiceLine, Tariff
from patients.models import InsurancePolicy, Insurer, Patient


class InvoiceTest(TestCase):
    def setUp(self):
        self.user = get_user_model().objects.create_user("office")
        patient = Patient.objects.create(
            clinic=Clinic.objects.get(pk=1),
            number="P010001",
            first_name="Ada",
            last_name="Moser",
            birth_date=datetime.date(1980, 2, 28),
        )
        insurer = Insurer.objects.create(name="Alpenkasse", code="ALP")
        policy = InsurancePolicy.objects.create(
            patient=patient, insurer=insurer, policy_number="77-1", valid_from=datetime.date(2020, 1, 1)
        )
        self.invoice = Invoice.objects.create(patient=patient, policy=policy)
        tariff = Tariff.objects.get(code="CON-20")
        InvoiceLine.objects.create(invoice=self.invoice, tariff=tariff, unit_price=Decimal("95.00"))
        services.recalculate(self.invoice)

    def test_share_of_the_patient(self):
        self.assertEqual(self.invoice.total, Decimal("95.00"))
        self.assertEqual(self.invoice.patient_share, Decimal("19.00"))

    def test_numbers_have_no_gap(self):
        services.issue(self.invoice, self.user)
        self.assertTrue(self.invoice.number.endswith("-00001"))
        self.assertEqual(Clinic.objects.get(pk=1).next_invoice_number, 2)

    def test_full_payment_closes_the_invoice(self):
        services.issue(self.invoice, self.user)
        services.receive_payment(self.invoice, Decimal("19.00"), "card", self.user)
        self.invoice.refresh_from_db()
        self.assertEqual(self.invoice.status, Invoice.PAID)

    def test_overpayment_is_refused(self):
        services.issue(self.invoice, self.user)
        with self.assertRaises(services.BillingError):
            services.receive_payment(self.invoice, Decimal("20.00"), "cash", self.user)
