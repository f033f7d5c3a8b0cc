from django.db import models
from django.urls import reverse

from patients.models import Patient


class Laboratory(models.Model):
    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=80)
    result_email = models.EmailField(blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "laboratories"

    def __str__(self):
        return self.name


class LabOrder(models.Model):
    SENT = "sent"
    PARTIAL = "partial"
    DONE = "done"
    STATES = [(SENT, "Sent"), (PARTIAL, "Partial"), (DONE, "Done")]

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="lab_orders")
    appointment = models.ForeignKey(
        "scheduling.Appointment", null=True, on_delete=models.SET_NULL, related_name="lab_orders"
    )
    ordered_by = models.ForeignKey(
        "scheduling.Practitioner", on_delete=models.PROTECT, related_name="lab_orders"
    )
    laboratory = models.ForeignKey(Laboratory, on_delete=models.PROTECT, related_name="orders")
    tests = models.CharField(max_length=200)
    status = models.CharField(max_length=8, choices=STATES, default=SENT)
    ordered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-ordered_at"]

    def __str__(self):
        return f"{self.laboratory.code}-{self.pk}"

    def get_absolute_url(self):
        return reverse("order_detail", args=[self.pk])

    def test_codes(self):
        return [code.strip() for code in self.tests.split(",") if code.strip()]


class ImportRun(models.Model):
    laboratory = models.ForeignKey(Laboratory, on_delete=models.PROTECT, related_name="runs")
    file_name = models.CharField(max_length=200)
    imported = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    messages = models.TextField(blank=True)
    finished_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-finished_at"]


class LabResult(models.Model):
    order = models.ForeignKey(LabOrder, on_delete=models.CASCADE, related_name="results")
    run = models.ForeignKey(ImportRun, null=True, on_delete=models.SET_NULL, related_name="results")
    test_code = models.CharField(max_length=12)
    value = models.CharField(max_length=40)
    unit = models.CharField(max_length=20, blank=True)
    reference_low = models.DecimalField(max_digits=10, decimal_places=3, null=True)
    reference_high = models.DecimalField(max_digits=10, decimal_places=3, null=True)
    abnormal = models.BooleanField(default=False)
    measured_at = models.DateTimeField()

    class Meta:
        ordering = ["test_code"]
        unique_together = [("order", "test_code", "measured_at")]
