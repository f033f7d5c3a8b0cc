import logging

from celery import shared_task
from django.core.cache import cache
from django.core.mail import mail_managers

from labs.importer import import_inbox

log = logging.getLogger(__name__)
LOCK = "labs:import"


@shared_task
def import_lab_results():
    """Nightly. The lock keeps a run started by hand from meeting the scheduled one."""
    if not cache.add(LOCK, 1, 30 * 60):
        log.warning("an import is running already")
        return 0
    try:
        runs = import_inbox()
    finally:
        cache.delete(LOCK)
    rejected = sum(run.rejected for run in runs)
    if rejected:
        mail_managers("Lab import", f"{rejected} rows were rejected, see the import runs.", fail_silently=True)
    log.info("lab import: %d files", len(runs))
    return len(runs)
