"""Booking rules. Every write of an appointment goes through here."""
import logging

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from accounts import audit
from billing.services import cancel_draft, draft_invoice_for
from labs.models import LabOrder
from scheduling.models import Appointment, Practitioner, WaitingListEntry

log = logging.getLogger(__name__)


class BookingError(Exception):
    pass


def overlapping(practitioner, room, starts_at, ends_at, ignore=None):
    booked = Appointment.objects.filter(
        status=Appointment.BOOKED, starts_at__lt=ends_at, ends_at__gt=starts_at
    )
    if ignore is not None:
        booked = booked.exclude(pk=ignore.pk)
    return booked.filter(practitioner=practitioner) | booked.filter(room=room)


def within_working_hours(practitioner, starts_at, ends_at):
    start, end = timezone.localtime(starts_at), timezone.localtime(ends_at)
    return practitioner.working_hours.filter(
        weekday=start.weekday(), starts__lte=start.time(), ends__gte=end.time()
    ).exists()


def _check(appointment, ignore=None):
    if appointment.starts_at < timezone.now():
        raise BookingError("The appointment lies in the past.")
    if not within_working_hours(appointment.practitioner, appointment.starts_at, appointment.ends_at):
        raise BookingError("Outside the working hours of the practitioner.")
    clash = overlapping(
        appointment.practitioner, appointment.room, appointment.starts_at, appointment.ends_at, ignore
    ).first()
    if clash is not None:
        raise BookingError(f"Clashes with {clash}.")


def book(patient, practitioner, room, appointment_type, starts_at, user, note=""):
    with transaction.atomic():
        # the row of the practitioner is the lock for the whole day
        practitioner = Practitioner.objects.select_for_update().get(pk=practitioner.pk)
        appointment = Appointment(
            patient=patient,
            practitioner=practitioner,
            room=room,
            appointment_type=appointment_type,
            starts_at=starts_at,
            note=note,
            created_by=user,
        )
        appointment.set_length()
        _check(appointment)
        appointment.save()
        WaitingListEntry.objects.filter(
            patient=patient, appointment_type=appointment_type, served_at__isnull=True
        ).update(served_at=timezone.now())
        audit.record(user, "book", appointment)
    cache.delete("home:booked_today")
    return appointment


def move(appointment, starts_at, room, user):
    with transaction.atomic():
        Practitioner.objects.select_for_update().get(pk=appointment.practitioner_id)
        appointment.starts_at = starts_at
        appointment.room = room
        appointment.set_length()
        _check(appointment, ignore=appointment)
        appointment.save(update_fields=["starts_at", "ends_at", "room"])
        audit.record(user, "move", appointment, detail=f"to {starts_at:%Y-%m-%d %H:%M}")
    cache.delete("home:booked_today")
    return appointment


def complete(appointment, user, laboratory=None, tests=""):
    """Closes the visit: appointment, draft invoice, laboratory order and audit entry succeed or fail together."""
    with transaction.atomic():
        locked = Appointment.objects.select_for_update().get(pk=appointment.pk)
        if locked.status != Appointment.BOOKED:
            raise BookingError("Only a booked appointment can be completed.")
        locked.status = Appointment.COMPLETED
        locked.save(update_fields=["status"])
        order = None
        if laboratory is not None and tests:
            order = LabOrder.objects.create(
                patient=locked.patient,
                appointment=locked,
                ordered_by=locked.practitioner,
                laboratory=laboratory,
                tests=tests,
            )
        invoice = draft_invoice_for(locked, order)
        audit.record(user, "complete", locked, detail=f"invoice {invoice.pk}")
    cache.delete("home:booked_today")
    return invoice


def cancel(appointment, user, no_show=False):
    with transaction.atomic():
        locked = Appointment.objects.select_for_update().get(pk=appointment.pk)
        if locked.status == Appointment.COMPLETED:
            cancel_draft(locked)
        locked.status = Appointment.NO_SHOW if no_show else Appointment.CANCELLED
        locked.save(update_fields=["status"])
        audit.record(user, "no-show" if no_show else "cancel", locked)
    cache.delete("home:booked_today")
    candidates = WaitingListEntry.objects.filter(
        served_at__isnull=True,
        wanted_from__lte=timezone.localdate(locked.starts_at),
        wanted_to__gte=timezone.localdate(locked.starts_at),
        appointment_type=locked.appointment_type,
    ).select_related("patient")
    log.info("cancelled %s, %d candidates on the waiting list", locked.pk, candidates.count())
    return candidates
