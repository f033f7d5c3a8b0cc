from django.db import migrations

TYPES = [
    ("CONSULT", "Consultation", 20, "CON-20"),
    ("FIRST", "First visit", 40, "CON-40"),
    ("ECG", "Electrocardiogram", 20, "ECG-01"),
    ("BLOOD", "Blood sample", 10, "LAB-00"),
]
ROOMS = [("Room 1", 0), ("Room 2", 0), ("Room 3", 1), ("Laboratory", 1)]


def create(apps, schema_editor):
    AppointmentType = apps.get_model("scheduling", "AppointmentType")
    Room = apps.get_model("scheduling", "Room")
    for code, name, minutes, tariff in TYPES:
        AppointmentType.objects.create(code=code, name=name, minutes=minutes, tariff_code=tariff)
    clinic = apps.get_model("accounts", "Clinic").objects.order_by("pk").first()
    for name, floor in ROOMS:
        Room.objects.create(clinic=clinic, name=name, floor=floor)


class Migration(migrations.Migration):
    dependencies = [("scheduling", "0001_initial"), ("accounts", "0002_first_clinic")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
