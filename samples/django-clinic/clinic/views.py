from django.core.cache import cache
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.models import Clinic
from scheduling.models import Appointment, Practitioner


def home(request):
    """Public start page: who we are, when we are open, how many slots are booked today."""
    clinic = Clinic.objects.order_by("pk").first()
    booked_today = cache.get("home:booked_today")
    if booked_today is None:
        booked_today = Appointment.objects.filter(
            starts_at__date=timezone.localdate(), status=Appointment.BOOKED
        ).count()
        cache.set("home:booked_today", booked_today, 60)
    practitioners = Practitioner.objects.filter(active=True).select_related("staff__user")
    return render(
        request,
        "home.html",
        {"clinic": clinic, "booked_today": booked_today, "practitioners": practitioners},
    )


def status(request):
    """Read by the monitoring script on the application server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        migrations = cursor.fetchone()[0]
    return JsonResponse({"database": "ok", "migrations": migrations})
