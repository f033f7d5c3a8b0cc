from django.conf import settings
from django.core.cache import cache

from accounts.models import Clinic


def clinic(request):
    """The clinic's name for the page head, cached because every page needs it."""
    name = cache.get("clinic:name")
    if name is None:
        row = Clinic.objects.order_by("pk").first()
        name = row.name if row else "Clinic"
        cache.set("clinic:name", name, 600)
    return {"clinic_name": name, "support_phone": settings.SUPPORT_PHONE}
