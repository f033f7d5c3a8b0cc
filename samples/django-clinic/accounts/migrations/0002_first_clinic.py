from django.db import migrations


def create(apps, schema_editor):
    Clinic = apps.get_model("accounts", "Clinic")
    if Clinic.objects.exists():
        return
    Clinic.objects.create(
        name="Lindenhof Medical Centre",
        street="Lindenhofgasse 14",
        postal_code="1180",
        city="Vienna",
        phone="+43 1 555 0140",
        opening_hours="Monday to Friday 07:30-18:30, Saturday 08:00-12:00",
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
