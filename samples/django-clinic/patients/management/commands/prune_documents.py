import os

from django.conf import settings
from django.core.management.base import BaseCommand

from patients.models import PatientDocument


class Command(BaseCommand):
    help = "Lists (or with --delete removes) files below MEDIA_ROOT/documents that no row refers to."

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true")

    def handle(self, *args, **options):
        known = set(PatientDocument.objects.values_list("file", flat=True))
        root = os.path.join(settings.MEDIA_ROOT, "documents")
        orphans = 0
        for folder, _, names in os.walk(root):
            for name in names:
                full = os.path.join(folder, name)
                relative = os.path.relpath(full, settings.MEDIA_ROOT)
                if relative in known:
                    continue
                orphans += 1
                self.stdout.write(relative)
                if options["delete"]:
                    os.remove(full)
        self.stdout.write(f"{orphans} orphaned files")
