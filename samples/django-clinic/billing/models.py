from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone

from patients.models import InsurancePolicy, Patient


class Tariff(models.Model):
    code = models.CharField(max_length=12, unique=True)
    text = models.CharField(max_length=120)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} {self.text}"


class Invoice(models.Model):
    DRAFT = "draft"
    ISSUED = "issued"
    PAID = "paid"
    CANCELLED = "cancelled"
    STATES = [(DRAFT, "Draft"), (ISSUED, "Issued"), (PAID, "Paid"), (CANCELLED, "Cancelled")]

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="invoices")
    appointment = models.ForeignKey(
        "scheduling.Appointment", null=True, blank=True, on_delete=models.SET_NULL, related_name="invoices"
    )
    policy = models.ForeignKey(
        InsurancePolicy, null=True, blank=True, on_delete=models.PROTECT, related_name="invoices"
    )
    number = models.CharField(max_length=20, blank=True, db_index=True)
    status = models.CharField(max_length=10, choices=STATES, default=DRAFT)
    total = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal("0.00"))
    patient_share = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal("0.00"))
    issued_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self):
        return self.number or f"draft {self.pk}"

    def get_absolute_url(self):
        return reverse("invoice_detail", args=[self.pk])

    @property
    def paid(self):
        return self.payments.aggregate(sum=Sum("amount"))["sum"] or Decimal("0.00")

    @property
    def open_amount(self):
        return self.patient_share - self.paid

    @property
    def overdue(self):
        return self.status == self.ISSUED and self.due_on is not None and self.due_on < timezone.localdate()


class InvoiceLine(models.Model):
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="lines")
    tariff = models.ForeignKey(Tariff, on_delete=models.PROTECT, related_name="lines")
    lab_order = models.ForeignKey(
        "labs.LabOrder", null=True, blank=True, on_delete=models.SET_NULL, related_name="invoice_lines"
    )
    quantity = models.PositiveSmallIntegerField(default=1)
    unit_price = models.DecimalField(max_digits=8, decimal_places=2)

    class Meta:
        ordering = ["pk"]

    @property
    def amount(self):
        return self.unit_price * self.quantity


class Payment(models.Model):
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="payments")
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    method = models.CharField(max_length=10, choices=[("cash", "Cash"), ("card", "Card"), ("bank", "Bank")])
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    received_at = models.DateTimeField(auto_now_add=True)


class DunningNotice(models.Model):
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="notices")
    level = models.PositiveSmallIntegerField()
    fee = models.DecimalField(max_digits=6, decimal_places=2)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = [("invoice", "level")]
