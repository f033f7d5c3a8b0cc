from django.db import migrations

LABORATORIES = [
    ("MEDLAB", "Medlab Donau", "results@medlab.example"),
    ("HISTO", "Institute of Histology West", "office@histo.example"),
]


def create(apps, schema_editor):
    Laboratory = apps.get_model("labs", "Laboratory")
    for code, name, email in LABORATORIES:
        Laboratory.objects.create(code=code, name=name, result_email=email)


class Migration(migrations.Migration):
    dependencies = [("labs", "0001_initial")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
