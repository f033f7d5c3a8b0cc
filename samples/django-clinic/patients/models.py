import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.models import Clinic


class Insurer(models.Model):
    name = models.CharField(max_length=120, unique=True)
    code = models.CharField(max_length=10, unique=True)
    billing_email = models.EmailField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Patient(models.Model):
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="patients")
    number = models.CharField(max_length=12, unique=True)
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=60, db_index=True)
    birth_date = models.DateField()
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    wants_reminders = models.BooleanField(default=True)
    notes = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["last_name", "first_name"]

    def __str__(self):
        return f"{self.last_name}, {self.first_name} ({self.number})"

    def get_absolute_url(self):
        return reverse("patient_detail", args=[self.pk])

    @property
    def age(self):
        today = timezone.localdate()
        had_birthday = (today.month, today.day) >= (self.birth_date.month, self.birth_date.day)
        return today.year - self.birth_date.year - (0 if had_birthday else 1)

    def current_policy(self, on=None):
        on = on or timezone.localdate()
        return (
            self.policies.filter(valid_from__lte=on)
            .filter(models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=on))
            .select_related("insurer")
            .order_by("-valid_from")
            .first()
        )


class InsurancePolicy(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="policies")
    insurer = models.ForeignKey(Insurer, on_delete=models.PROTECT, related_name="policies")
    policy_number = models.CharField(max_length=30)
    coverage_percent = models.PositiveSmallIntegerField(default=80)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-valid_from"]
        verbose_name_plural = "insurance policies"

    def __str__(self):
        return f"{self.insurer} {self.policy_number}"


def document_path(instance, filename):
    extension = filename.rsplit(".", 1)[-1].lower() if "." in filename else "bin"
    return f"documents/{instance.patient.number}/{uuid.uuid4().hex}.{extension}"


class PatientDocument(models.Model):
    REFERRAL = "referral"
    FINDING = "finding"
    CONSENT = "consent"
    KINDS = [(REFERRAL, "Referral"), (FINDING, "Finding"), (CONSENT, "Consent form")]

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=12, choices=KINDS)
    title = models.CharField(max_length=120)
    file = models.FileField(upload_to=document_path)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self):
        return self.title
