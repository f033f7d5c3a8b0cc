from django.core.management.base import BaseCommand

from scheduling.tasks import send_reminders


class Command(BaseCommand):
    help = "Queues the reminder mails of tomorrow by hand, e.g. after the mail server was down."

    def handle(self, *args, **options):
        self.stdout.write(f"{send_reminders()} queued")
