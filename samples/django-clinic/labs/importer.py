"""
Reads the result files that the laboratories drop into LAB_INBOX_DIR.

File name:  <laboratory code>_<anything>.csv
Columns:    order;test;value;unit;low;high;measured_at
"""
import csv
import datetime
import logging
import os
import shutil
from decimal import Decimal, InvalidOperation

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from labs.models import ImportRun, Laboratory, LabOrder, LabResult
from patients.models import Patient

log = logging.getLogger(__name__)


class RowError(Exception):
    pass


def _decimal(text):
    text = (text or "").strip().replace(",", ".")
    if not text:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        raise RowError(f"not a number: {text}")


def _timestamp(text):
    try:
        naive = datetime.datetime.strptime(text.strip(), "%d.%m.%Y %H:%M")
    except ValueError:
        raise RowError(f"not a time: {text}")
    return timezone.make_aware(naive)


def _abnormal(value, low, high):
    try:
        number = _decimal(value)
    except RowError:
        return value.strip().lower() in ("positive", "pos")
    if number is None:
        return False
    return (low is not None and number < low) or (high is not None and number > high)


def read_row(row, laboratory, run):
    reference = row["order"].rsplit("-", 1)[-1]
    if not reference.isdigit():
        raise RowError(f"no order number: {row['order']}")
    try:
        order = LabOrder.objects.select_for_update().get(pk=int(reference), laboratory=laboratory)
    except LabOrder.DoesNotExist:
        raise RowError(f"unknown order {row['order']}")
    low, high = _decimal(row["low"]), _decimal(row["high"])
    result, created = LabResult.objects.update_or_create(
        order=order,
        test_code=row["test"].strip(),
        measured_at=_timestamp(row["measured_at"]),
        defaults={
            "run": run,
            "value": row["value"].strip(),
            "unit": row["unit"].strip(),
            "reference_low": low,
            "reference_high": high,
            "abnormal": _abnormal(row["value"], low, high),
        },
    )
    received = set(order.results.values_list("test_code", flat=True))
    order.status = LabOrder.DONE if received >= set(order.test_codes()) else LabOrder.PARTIAL
    order.save(update_fields=["status"])
    if result.abnormal and created:
        stamp = timezone.localdate().isoformat()
        patient = Patient.objects.select_for_update().get(pk=order.patient_id)
        patient.notes = f"{patient.notes}\n{stamp} abnormal {result.test_code} {result.value}".strip()
        patient.save(update_fields=["notes"])
    return result


def import_file(path):
    name = os.path.basename(path)
    laboratory = Laboratory.objects.get(code=name.split("_", 1)[0].upper(), active=True)
    with transaction.atomic(), open(path, newline="", encoding="latin-1") as handle:
        run = ImportRun.objects.create(laboratory=laboratory, file_name=name)
        problems = []
        for number, row in enumerate(csv.DictReader(handle, delimiter=";"), start=2):
            try:
                with transaction.atomic():
                    read_row(row, laboratory, run)
                run.imported += 1
            except (RowError, KeyError, AttributeError) as error:
                run.rejected += 1
                problems.append(f"line {number}: {error}")
        run.messages = "\n".join(problems)
        run.save()
    log.info("%s: %d imported, %d rejected", name, run.imported, run.rejected)
    return run


def import_inbox():
    inbox, archive = settings.LAB_INBOX_DIR, settings.LAB_ARCHIVE_DIR
    if not os.path.isdir(inbox):
        log.warning("the inbox %s is missing", inbox)
        return []
    os.makedirs(archive, exist_ok=True)
    runs = []
    for name in sorted(os.listdir(inbox)):
        if not name.lower().endswith(".csv"):
            continue
        path = os.path.join(inbox, name)
        try:
            runs.append(import_file(path))
        except Laboratory.DoesNotExist:
            log.error("%s: no active laboratory of this code", name)
            continue
        shutil.move(path, os.path.join(archive, f"{timezone.now():%Y%m%d%H%M%S}_{name}"))
    return runs
