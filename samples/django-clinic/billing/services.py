from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Clinic
from billing.models import DunningNotice, Invoice, InvoiceLine, Payment, Tariff

CENT = Decimal("0.01")
LAB_HANDLING_TARIFF = "LAB-01"
DUNNING_FEES = {1: Decimal("0.00"), 2: Decimal("5.00"), 3: Decimal("12.00")}


class BillingError(Exception):
    pass


def _line(invoice, code, quantity=1, lab_order=None):
    try:
        tariff = Tariff.objects.get(code=code, active=True)
    except Tariff.DoesNotExist:
        raise BillingError(f"There is no active tariff {code}.")
    return InvoiceLine.objects.create(
        invoice=invoice, tariff=tariff, quantity=quantity, unit_price=tariff.price, lab_order=lab_order
    )


def recalculate(invoice):
    invoice.total = sum((line.amount for line in invoice.lines.all()), Decimal("0.00"))
    covered = invoice.policy.coverage_percent if invoice.policy else 0
    share = invoice.total * (100 - covered) / Decimal(100)
    invoice.patient_share = share.quantize(CENT, rounding=ROUND_HALF_UP)
    invoice.save(update_fields=["total", "patient_share"])


def draft_invoice_for(appointment, lab_order=None):
    """Called by scheduling inside its transaction."""
    patient = appointment.patient
    invoice = Invoice.objects.create(
        patient=patient,
        appointment=appointment,
        policy=patient.current_policy(timezone.localdate(appointment.starts_at)),
    )
    _line(invoice, appointment.appointment_type.tariff_code)
    if lab_order is not None:
        _line(invoice, LAB_HANDLING_TARIFF, quantity=len(lab_order.test_codes()), lab_order=lab_order)
    recalculate(invoice)
    return invoice


def cancel_draft(appointment):
    issued = appointment.invoices.filter(status__in=[Invoice.ISSUED, Invoice.PAID]).first()
    if issued is not None:
        raise BillingError(f"Invoice {issued} was issued already.")
    appointment.invoices.filter(status=Invoice.DRAFT).update(status=Invoice.CANCELLED)


def issue(invoice, user):
    """Takes the next number of the clinic; numbers must have no gap, so the row of the clinic is locked."""
    with transaction.atomic():
        clinic = Clinic.objects.select_for_update().get(pk=invoice.patient.clinic_id)
        if invoice.status != Invoice.DRAFT:
            raise BillingError("Only drafts can be issued.")
        today = timezone.localdate()
        invoice.number = f"{clinic.invoice_prefix}-{today.year}-{clinic.next_invoice_number:05d}"
        invoice.status = Invoice.ISSUED
        invoice.issued_on = today
        invoice.due_on = today + timedelta(days=21)
        invoice.save()
        clinic.next_invoice_number += 1
        clinic.save(update_fields=["next_invoice_number"])
        audit.record(user, "issue", invoice, detail=invoice.number)
    return invoice


@transaction.atomic
def receive_payment(invoice, amount, method, user):
    locked = Invoice.objects.select_for_update().get(pk=invoice.pk)
    if locked.status != Invoice.ISSUED:
        raise BillingError("Payments are booked on issued invoices only.")
    if amount > locked.open_amount:
        raise BillingError("More than the open amount.")
    payment = Payment.objects.create(invoice=locked, amount=amount, method=method, received_by=user)
    if locked.open_amount <= 0:
        locked.status = Invoice.PAID
        locked.save(update_fields=["status"])
    audit.record(user, "payment", locked, detail=f"{amount} {method}")
    return payment


@transaction.atomic
def raise_notice(invoice):
    level = invoice.notices.count() + 1
    if level not in DUNNING_FEES:
        return None
    notice = DunningNotice.objects.create(invoice=invoice, level=level, fee=DUNNING_FEES[level])
    invoice.patient_share += notice.fee
    invoice.due_on = timezone.localdate() + timedelta(days=14)
    invoice.save(update_fields=["patient_share", "due_on"])
    return notice
