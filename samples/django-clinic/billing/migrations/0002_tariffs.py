from decimal import Decimal

from django.db import migrations

TARIFFS = [
    ("CON-20", "Consultation, 20 minutes", "95.00"),
    ("CON-40", "First visit, 40 minutes", "165.00"),
    ("ECG-01", "Electrocardiogram with report", "78.50"),
    ("LAB-00", "Blood sample", "18.00"),
    ("LAB-01", "Handling of an external test", "7.20"),
]


def create(apps, schema_editor):
    Tariff = apps.get_model("billing", "Tariff")
    for code, text, price in TARIFFS:
        Tariff.objects.create(code=code, text=text, price=Decimal(price))


class Migration(migrations.Migration):
    dependencies = [("billing", "0001_initial")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
