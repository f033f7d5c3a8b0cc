import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from scheduling import services
from scheduling.forms import BookingForm, CompleteForm, MoveForm, WaitingListForm
from scheduling.models import Appointment, Practitioner, WaitingListEntry


@login_required
def day(request):
    date = parse_date(request.GET.get("date", "")) or timezone.localdate()
    appointments = (
        Appointment.objects.filter(starts_at__date=date)
        .exclude(status=Appointment.CANCELLED)
        .select_related("patient", "practitioner__staff__user", "room", "appointment_type")
        .order_by("starts_at")
    )
    columns = {}
    for appointment in appointments:
        columns.setdefault(appointment.practitioner, []).append(appointment)
    return render(
        request,
        "scheduling/day.html",
        {
            "date": date,
            "previous": date - datetime.timedelta(days=1),
            "next": date + datetime.timedelta(days=1),
            "columns": columns,
        },
    )


@login_required
def book(request):
    form = BookingForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            appointment = services.book(user=request.user, **form.cleaned_data)
        except services.BookingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Booked: {appointment}")
            return redirect(appointment)
    return render(request, "scheduling/book.html", {"form": form})


@login_required
def detail(request, pk):
    appointment = get_object_or_404(
        Appointment.objects.select_related("patient", "practitioner", "room", "appointment_type"), pk=pk
    )
    context = {
        "appointment": appointment,
        "move_form": MoveForm(initial={"room": appointment.room, "starts_at": appointment.starts_at}),
        "complete_form": CompleteForm(),
        "reminders": appointment.reminders.all(),
    }
    return render(request, "scheduling/detail.html", context)


@login_required
@require_POST
def move(request, pk):
    appointment = get_object_or_404(Appointment, pk=pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        try:
            services.move(appointment, form.cleaned_data["starts_at"], form.cleaned_data["room"], request.user)
        except services.BookingError as error:
            messages.error(request, str(error))
    return redirect("appointment_detail", pk=pk)


@login_required
@require_POST
def complete(request, pk):
    appointment = get_object_or_404(Appointment, pk=pk)
    form = CompleteForm(request.POST)
    if form.is_valid():
        try:
            invoice = services.complete(appointment, request.user, **form.cleaned_data)
        except services.BookingError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Completed, a draft invoice was written.")
            return redirect("invoice_detail", pk=invoice.pk)
    return redirect("appointment_detail", pk=pk)


@login_required
@require_POST
def cancel(request, pk):
    appointment = get_object_or_404(Appointment, pk=pk)
    candidates = services.cancel(appointment, request.user, no_show=bool(request.POST.get("no_show")))
    if candidates:
        messages.info(request, "On the waiting list: " + ", ".join(str(c.patient) for c in candidates[:5]))
    return redirect("day")


@login_required
def waiting_list(request):
    form = WaitingListForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("waiting_list")
    entries = WaitingListEntry.objects.filter(served_at__isnull=True).select_related(
        "patient", "practitioner__staff__user", "appointment_type"
    )
    return render(request, "scheduling/waiting_list.html", {"entries": entries, "form": form})


@login_required
def utilisation(request):
    since = timezone.now() - datetime.timedelta(days=28)
    recent = Q(appointments__starts_at__gte=since)
    practitioners = Practitioner.objects.filter(active=True).annotate(
        completed=Count("appointments", filter=recent & Q(appointments__status=Appointment.COMPLETED)),
        missed=Count("appointments", filter=recent & Q(appointments__status=Appointment.NO_SHOW)),
    )
    return render(request, "scheduling/utilisation.html", {"practitioners": practitioners})
