import logging

from django.db import transaction
from django.utils import timezone

from accounts import audit
from billing.models import Invoice
from labs.models import LabOrder
from patients.models import Patient, PatientDocument
from scheduling.models import Appointment, WaitingListEntry

log = logging.getLogger(__name__)


class MergeError(Exception):
    pass


def next_patient_number():
    last = Patient.objects.order_by("-number").values_list("number", flat=True).first()
    running = int(last[1:]) + 1 if last else 10001
    return f"P{running:06d}"


@transaction.atomic
def register_patient(clinic, data, user):
    patient = Patient.objects.create(clinic=clinic, number=next_patient_number(), **data)
    audit.record(user, "register", patient)
    return patient


@transaction.atomic
def attach_document(patient, kind, title, upload, user):
    document = PatientDocument(patient=patient, kind=kind, title=title, uploaded_by=user)
    document.file.save(upload.name, upload, save=False)
    document.save()
    audit.record(user, "upload", document, detail=document.file.name)
    return document


@transaction.atomic
def merge_patients(keep, duplicate, user):
    """Moves everything of a duplicate file to the file that stays, in one transaction."""
    if keep.pk == duplicate.pk:
        raise MergeError("A patient cannot be merged with itself.")
    if keep.birth_date != duplicate.birth_date:
        raise MergeError("The dates of birth differ.")
    moved = {
        "appointments": Appointment.objects.filter(patient=duplicate).update(patient=keep),
        "waiting": WaitingListEntry.objects.filter(patient=duplicate).update(patient=keep),
        "invoices": Invoice.objects.filter(patient=duplicate).update(patient=keep),
        "orders": LabOrder.objects.filter(patient=duplicate).update(patient=keep),
        "documents": duplicate.documents.update(patient=keep),
        "policies": duplicate.policies.update(patient=keep),
    }
    duplicate.archived_at = timezone.now()
    duplicate.notes = f"{duplicate.notes}\nMerged into {keep.number}".strip()
    duplicate.save(update_fields=["archived_at", "notes"])
    audit.record(user, "merge", keep, detail=f"from {duplicate.number}: {moved}")
    log.info("merged %s into %s: %s", duplicate.number, keep.number, moved)
    return moved
