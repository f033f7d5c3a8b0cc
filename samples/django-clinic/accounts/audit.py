"""Writes the audit trail. Called inside the transaction of the change that it records."""
import logging

from accounts.models import AuditEntry

log = logging.getLogger(__name__)


def record(user, action, obj, detail=""):
    entry = AuditEntry.objects.create(
        user=user if user is not None and user.is_authenticated else None,
        action=action,
        object_type=obj._meta.label,
        object_id=str(obj.pk),
        detail=detail,
    )
    log.info("audit %s %s %s", action, entry.object_type, entry.object_id)
    return entry
