from django.core.management.base import BaseCommand, CommandError

from patients.models import Patient
from patients.services import MergeError, merge_patients


class Command(BaseCommand):
    help = "Merges a duplicate patient file into the one that stays."

    def add_arguments(self, parser):
        parser.add_argument("keep", help="number of the file that stays")
        parser.add_argument("duplicate", help="number of the file that goes")

    def handle(self, *args, **options):
        try:
            keep = Patient.objects.get(number=options["keep"])
            duplicate = Patient.objects.get(number=options["duplicate"])
            moved = merge_patients(keep, duplicate, None)
        except Patient.DoesNotExist:
            raise CommandError("No such patient.")
        except MergeError as error:
            raise CommandError(str(error))
        for what, count in moved.items():
            self.stdout.write(f"{what}: {count}")
