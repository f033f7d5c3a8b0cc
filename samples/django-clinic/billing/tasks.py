import logging

from celery import shared_task
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone

from billing.models import Invoice
from billing.services import raise_notice

log = logging.getLogger(__name__)


@shared_task
def send_dunning_notices():
    overdue = Invoice.objects.filter(status=Invoice.ISSUED, due_on__lt=timezone.localdate())
    sent = 0
    for invoice in overdue.select_related("patient__clinic"):
        notice = raise_notice(invoice)
        if notice is None:
            log.warning("invoice %s passed all dunning levels", invoice.number)
            continue
        sent += 1
        if invoice.patient.email:
            send_mail(
                f"Payment reminder {invoice.number}",
                render_to_string("mail/dunning.txt", {"invoice": invoice, "notice": notice}),
                None,
                [invoice.patient.email],
            )
    return sent
