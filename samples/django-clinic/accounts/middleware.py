from django.core.cache import cache
from django.utils import timezone

from accounts.models import StaffProfile


class AuditMiddleware:
    """Keeps `last_seen` of a staff member, at most once a minute."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            if cache.add(f"seen:{user.pk}", 1, 60):
                StaffProfile.objects.filter(user=user).update(last_seen=timezone.now())
        return response
