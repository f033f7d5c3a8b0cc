import datetime
import os
import tempfile

from django.contrib.auth import get_user_model
from django.test import TestCase, override_settings

from accounts.models import Clinic, StaffProfile
from labs.importer import import_inbox
from labs.models import Laboratory, LabOrder
from patients.models import Patient
from scheduling.models import Practitioner

HEADER = "order;test;value;unit;low;high;measured_at\n"


class ImportTest(TestCase):
    def setUp(self):
        clinic = Clinic.objects.get(pk=1)
        user = get_user_model().objects.create_user("dr.huber")
        staff = StaffProfile.objects.create(user=user, clinic=clinic, role=StaffProfile.MEDICAL)
        self.patient = Patient.objects.create(
            clinic=clinic,
            number="P010001",
            first_name="Ada",
            last_name="Moser",
            birth_date=datetime.date(1980, 2, 28),
        )
        self.order = LabOrder.objects.create(
            patient=self.patient,
            ordered_by=Practitioner.objects.create(staff=staff, speciality="Cardiology"),
            laboratory=Laboratory.objects.get(code="MEDLAB"),
            tests="CRP,HB",
        )

    def run_import(self, rows):
        with tempfile.TemporaryDirectory() as folder:
            inbox, archive = os.path.join(folder, "inbox"), os.path.join(folder, "archive")
            os.makedirs(inbox)
            with open(os.path.join(inbox, "medlab_0412.csv"), "w") as handle:
                handle.write(HEADER + rows.replace("ORDER", f"MEDLAB-{self.order.pk}"))
            with override_settings(LAB_INBOX_DIR=inbox, LAB_ARCHIVE_DIR=archive):
                runs = import_inbox()
            self.assertEqual(len(os.listdir(archive)), 1)
        self.order.refresh_from_db()
        self.patient.refresh_from_db()
        return runs[0]

    def test_complete_order(self):
        run = self.run_import("ORDER;CRP;3,1;mg/l;0;5;12.04.2024 07:10\nORDER;HB;14;g/dl;12;16;12.04.2024 07:10\n")
        self.assertEqual((run.imported, run.rejected), (2, 0))
        self.assertEqual(self.order.status, LabOrder.DONE)
        self.assertEqual(self.patient.notes, "")

    def test_abnormal_value_reaches_the_patient_file(self):
        self.run_import("ORDER;CRP;48;mg/l;0;5;12.04.2024 07:10\n")
        self.assertEqual(self.order.status, LabOrder.PARTIAL)
        self.assertIn("abnormal CRP 48", self.patient.notes)

    def test_bad_rows_are_rejected_alone(self):
        run = self.run_import("MEDLAB-999999;CRP;3;;;;12.04.2024 07:10\nORDER;HB;14;;;;never\nORDER;CRP;3;;;;12.04.2024 07:10\n")
        self.assertEqual((run.imported, run.rejected), (1, 2))
