import logging
from datetime import timedelta

from celery import shared_task
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone

from scheduling.models import Appointment, ReminderLog

log = logging.getLogger(__name__)


@shared_task
def send_reminders():
    """Queues one mail for every appointment of tomorrow that had none yet."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    due = Appointment.objects.filter(
        starts_at__date=tomorrow,
        status=Appointment.BOOKED,
        patient__wants_reminders=True,
        reminders__isnull=True,
    ).exclude(patient__email="")
    for pk in due.values_list("pk", flat=True):
        send_reminder.delay(pk)
    log.info("queued %d reminders for %s", len(due), tomorrow)
    return len(due)


@shared_task(bind=True, max_retries=5, default_retry_delay=300)
def send_reminder(self, appointment_id):
    appointment = Appointment.objects.select_related(
        "patient__clinic", "practitioner__staff__user", "appointment_type", "room"
    ).get(pk=appointment_id)
    if appointment.status != Appointment.BOOKED:
        return
    clinic = appointment.patient.clinic
    context = {"appointment": appointment, "clinic": clinic}
    message = EmailMessage(
        subject=f"Your appointment at {clinic.name}",
        body=render_to_string("mail/reminder.txt", context),
        to=[appointment.patient.email],
    )
    try:
        message.send()
    except OSError as error:
        raise self.retry(exc=error)
    ReminderLog.objects.create(appointment=appointment, recipient=appointment.patient.email)


@shared_task
def close_past_appointments():
    """What is still booked at the end of the day was a no-show."""
    count = Appointment.objects.filter(status=Appointment.BOOKED, ends_at__lt=timezone.now()).update(
        status=Appointment.NO_SHOW
    )
    cache.delete("home:booked_today")
    log.info("closed %d appointments", count)
    return count
