import datetime

from django.contrib.auth import get_user_model
from django.test import TestCase

from accounts.models import AuditEntry, Clinic
from patients.models import Patient
from patients.services import MergeError, merge_patients, register_patient


class RegisterTest(TestCase):
    def setUp(self):
        self.clinic = Clinic.objects.get(pk=1)
        self.user = get_user_model().objects.create_user("reception")

    def register(self, **changes):
        data = {"first_name": "Ada", "last_name": "Moser", "birth_date": datetime.date(1980, 2, 29)}
        data.update(changes)
        return register_patient(self.clinic, data, self.user)

    def test_numbers_are_consecutive(self):
        first, second = self.register(), self.register(first_name="Eva")
        self.assertEqual(first.number, "P010001")
        self.assertEqual(second.number, "P010002")

    def test_registration_is_audited(self):
        patient = self.register()
        self.assertTrue(AuditEntry.objects.filter(action="register", object_id=str(patient.pk)).exists())

    def test_merge_archives_the_duplicate(self):
        keep, duplicate = self.register(), self.register()
        merge_patients(keep, duplicate, self.user)
        duplicate.refresh_from_db()
        self.assertIsNotNone(duplicate.archived_at)
        self.assertEqual(Patient.objects.filter(archived_at=None).count(), 1)

    def test_merge_refuses_different_birth_dates(self):
        keep, other = self.register(), self.register(birth_date=datetime.date(1999, 1, 1))
        with self.assertRaises(MergeError):
            merge_patients(keep, other, self.user)
