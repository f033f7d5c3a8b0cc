from django.core.management.base import BaseCommand, CommandError

from labs.importer import import_file, import_inbox
from labs.models import Laboratory


class Command(BaseCommand):
    help = "Imports laboratory results now, from the inbox or from the files named."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*")

    def handle(self, *args, **options):
        try:
            runs = [import_file(path) for path in options["files"]] if options["files"] else import_inbox()
        except (OSError, Laboratory.DoesNotExist) as error:
            raise CommandError(str(error))
        for run in runs:
            self.stdout.write(f"{run.file_name}: {run.imported} imported, {run.rejected} rejected")
            if run.messages:
                self.stdout.write(run.messages)
