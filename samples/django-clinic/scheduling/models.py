from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse

from accounts.models import Clinic, StaffProfile
from patients.models import Patient


class Room(models.Model):
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=40)
    floor = models.SmallIntegerField(default=0)

    class Meta:
        unique_together = [("clinic", "name")]
        ordering = ["name"]

    def __str__(self):
        return self.name


class Practitioner(models.Model):
    staff = models.OneToOneField(StaffProfile, on_delete=models.PROTECT, related_name="practitioner")
    title = models.CharField(max_length=20, blank=True)
    speciality = models.CharField(max_length=60)
    active = models.BooleanField(default=True)

    def __str__(self):
        return f"{self.title} {self.staff}".strip()


class WorkingHours(models.Model):
    practitioner = models.ForeignKey(Practitioner, on_delete=models.CASCADE, related_name="working_hours")
    weekday = models.PositiveSmallIntegerField(help_text="0 is Monday")
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["weekday", "starts"]
        verbose_name_plural = "working hours"


class AppointmentType(models.Model):
    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=80)
    minutes = models.PositiveSmallIntegerField(default=20)
    tariff_code = models.CharField(max_length=12, help_text="billed when the appointment is completed")

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Appointment(models.Model):
    BOOKED = "booked"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    STATES = [(BOOKED, "Booked"), (COMPLETED, "Completed"), (CANCELLED, "Cancelled"), (NO_SHOW, "No show")]

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="appointments")
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="appointments")
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="appointments")
    appointment_type = models.ForeignKey(AppointmentType, on_delete=models.PROTECT, related_name="appointments")
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=STATES, default=BOOKED)
    note = models.CharField(max_length=200, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-starts_at"]
        indexes = [models.Index(fields=["practitioner", "starts_at"], name="appt_practitioner_idx")]

    def __str__(self):
        return f"{self.starts_at:%Y-%m-%d %H:%M} {self.patient}"

    def get_absolute_url(self):
        return reverse("appointment_detail", args=[self.pk])

    def set_length(self):
        self.ends_at = self.starts_at + timedelta(minutes=self.appointment_type.minutes)


class WaitingListEntry(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="waiting_list")
    practitioner = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.CASCADE, related_name="waiting_list"
    )
    appointment_type = models.ForeignKey(AppointmentType, on_delete=models.PROTECT, related_name="+")
    wanted_from = models.DateField()
    wanted_to = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)
    served_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at"]
        verbose_name_plural = "waiting list entries"


class ReminderLog(models.Model):
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="reminders")
    channel = models.CharField(max_length=10, default="mail")
    recipient = models.CharField(max_length=120)
    sent_at = models.DateTimeField(auto_now_add=True)
