import datetime
from unittest import mock

from django.contrib.auth import get_user_model
from django.core import mail
from django.test import TestCase, override_settings
from django.utils import timezone

from accounts.models import Clinic, StaffProfile
from billing.models import Invoice
from labs.models import Laboratory, LabOrder
from patients.models import Patient
from scheduling import services
from scheduling.models import Appointment, AppointmentType, Practitioner, ReminderLog, Room, WorkingHours
from scheduling.tasks import send_reminder

LOCMEM = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@override_settings(CACHES=LOCMEM)
class BookingTest(TestCase):
    def setUp(self):
        self.clinic = Clinic.objects.get(pk=1)
        self.user = get_user_model().objects.create_user("dr.huber", first_name="Anna", last_name="Huber")
        staff = StaffProfile.objects.create(user=self.user, clinic=self.clinic, role=StaffProfile.MEDICAL)
        self.practitioner = Practitioner.objects.create(staff=staff, title="Dr.", speciality="Cardiology")
        for weekday in range(7):
            WorkingHours.objects.create(
                practitioner=self.practitioner,
                weekday=weekday,
                starts=datetime.time(8),
                ends=datetime.time(17),
            )
        self.patient = Patient.objects.create(
            clinic=self.clinic,
            number="P010001",
            first_name="Ada",
            last_name="Moser",
            birth_date=datetime.date(1980, 2, 28),
            email="ada@example.org",
        )
        self.room = Room.objects.first()
        self.kind = AppointmentType.objects.get(code="CONSULT")
        tomorrow = timezone.localdate() + datetime.timedelta(days=1)
        self.slot = timezone.make_aware(datetime.datetime.combine(tomorrow, datetime.time(10)))

    def book(self, slot=None):
        return services.book(self.patient, self.practitioner, self.room, self.kind, slot or self.slot, self.user)

    def test_double_booking_is_refused(self):
        self.book()
        with self.assertRaises(services.BookingError):
            self.book(self.slot + datetime.timedelta(minutes=5))

    def test_evening_is_refused(self):
        with self.assertRaises(services.BookingError):
            self.book(self.slot.replace(hour=21))

    def test_completion_writes_order_and_invoice(self):
        invoice = services.complete(self.book(), self.user, Laboratory.objects.first(), "CRP,HB")
        self.assertEqual(invoice.lines.count(), 2)
        self.assertEqual(LabOrder.objects.get().tests, "CRP,HB")

    def test_completion_is_all_or_nothing(self):
        appointment = self.book()
        with mock.patch("scheduling.services.draft_invoice_for", side_effect=RuntimeError):
            with self.assertRaises(RuntimeError):
                services.complete(appointment, self.user, Laboratory.objects.first(), "CRP")
        appointment.refresh_from_db()
        self.assertEqual(appointment.status, Appointment.BOOKED)
        self.assertEqual(LabOrder.objects.count() + Invoice.objects.count(), 0)

    def test_reminder_is_sent_once_and_logged(self):
        send_reminder(self.book().pk)
        self.assertEqual(len(mail.outbox), 1)
        self.assertIn("Lindenhof", mail.outbox[0].subject)
        self.assertEqual(ReminderLog.objects.count(), 1)
