from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.decorators import role_required
from labs.models import ImportRun, LabOrder
from labs.tasks import import_lab_results


@login_required
def order_list(request):
    orders = LabOrder.objects.select_related("patient", "laboratory", "ordered_by__staff__user")
    if not request.GET.get("all"):
        orders = orders.exclude(status=LabOrder.DONE)
    return render(request, "labs/orders.html", {"orders": orders[:200]})


@role_required("may_read_results")
def order_detail(request, pk):
    order = get_object_or_404(LabOrder.objects.select_related("patient", "laboratory", "appointment"), pk=pk)
    return render(request, "labs/order.html", {"order": order, "results": order.results.all()})


@login_required
def runs(request):
    return render(request, "labs/runs.html", {"runs": ImportRun.objects.select_related("laboratory")[:50]})


@login_required
@require_POST
def start_import(request):
    import_lab_results.delay()
    messages.info(request, "The import was queued.")
    return redirect("import_runs")
