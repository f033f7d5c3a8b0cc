from django.conf import settings
from django.db import models


class Clinic(models.Model):
    name = models.CharField(max_length=120)
    street = models.CharField(max_length=120)
    postal_code = models.CharField(max_length=12)
    city = models.CharField(max_length=80)
    phone = models.CharField(max_length=30)
    opening_hours = models.CharField(max_length=200, blank=True)
    invoice_prefix = models.CharField(max_length=6, default="LH")
    next_invoice_number = models.PositiveIntegerField(default=1)

    def __str__(self):
        return self.name

    @property
    def address(self):
        return f"{self.street}, {self.postal_code} {self.city}"


class StaffProfile(models.Model):
    RECEPTION = "reception"
    MEDICAL = "medical"
    OFFICE = "office"
    ROLES = [(RECEPTION, "Reception"), (MEDICAL, "Medical"), (OFFICE, "Back office")]

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_profile")
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="staff")
    role = models.CharField(max_length=12, choices=ROLES, default=RECEPTION)
    extension = models.CharField(max_length=8, blank=True)
    last_seen = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return self.user.get_full_name() or self.user.username

    def may_bill(self):
        return self.role == self.OFFICE or self.user.is_superuser

    def may_read_results(self):
        return self.role == self.MEDICAL or self.user.is_superuser


class AuditEntry(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    detail = models.TextField(blank=True)

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "audit entries"

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.object_type} {self.object_id}"
