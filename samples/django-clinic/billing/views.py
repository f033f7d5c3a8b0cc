from django.contrib import messages
from django.core.paginator import Paginator
from django.db import connection
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.decorators import role_required
from billing import services
from billing.forms import LineForm, PaymentForm
from billing.models import Invoice


@role_required("may_bill")
def invoice_list(request):
    invoices = Invoice.objects.select_related("patient")
    status = request.GET.get("status")
    if status:
        invoices = invoices.filter(status=status)
    page = Paginator(invoices, 40).get_page(request.GET.get("page"))
    return render(request, "billing/list.html", {"page": page, "status": status, "states": Invoice.STATES})


@role_required("may_bill")
def invoice_detail(request, pk):
    invoice = get_object_or_404(Invoice.objects.select_related("patient", "policy__insurer", "appointment"), pk=pk)
    context = {
        "invoice": invoice,
        "lines": invoice.lines.select_related("tariff", "lab_order"),
        "payments": invoice.payments.select_related("received_by"),
        "payment_form": PaymentForm(initial={"amount": invoice.open_amount}),
        "line_form": LineForm(),
    }
    return render(request, "billing/detail.html", context)


@role_required("may_bill")
@require_POST
def invoice_issue(request, pk):
    invoice = get_object_or_404(Invoice, pk=pk)
    try:
        services.issue(invoice, request.user)
    except services.BillingError as error:
        messages.error(request, str(error))
    return redirect("invoice_detail", pk=pk)


@role_required("may_bill")
@require_POST
def payment_add(request, pk):
    invoice = get_object_or_404(Invoice, pk=pk)
    form = PaymentForm(request.POST)
    if form.is_valid():
        try:
            services.receive_payment(invoice, form.cleaned_data["amount"], form.cleaned_data["method"], request.user)
        except services.BillingError as error:
            messages.error(request, str(error))
    return redirect("invoice_detail", pk=pk)


@role_required("may_bill")
@require_POST
def line_add(request, pk):
    invoice = get_object_or_404(Invoice, pk=pk, status=Invoice.DRAFT)
    form = LineForm(request.POST)
    if form.is_valid():
        line = form.save(commit=False)
        line.invoice = invoice
        line.unit_price = line.tariff.price
        line.save()
        services.recalculate(invoice)
    return redirect("invoice_detail", pk=pk)


@role_required("may_bill")
def revenue(request):
    """Revenue per month, speciality and insurer."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT date_trunc('month', i.issued_on)::date AS month,
                   pr.speciality,
                   coalesce(ins.name, 'self-pay') AS insurer,
                   count(*) AS invoices,
                   sum(i.total) AS total
              FROM billing_invoice i
              JOIN scheduling_appointment a ON a.id = i.appointment_id
              JOIN scheduling_practitioner pr ON pr.id = a.practitioner_id
              LEFT JOIN patients_insurancepolicy po ON po.id = i.policy_id
              LEFT JOIN patients_insurer ins ON ins.id = po.insurer_id
             WHERE i.status IN ('issued', 'paid')
             GROUP BY 1, 2, 3
             ORDER BY 1 DESC, 5 DESC
            """
        )
        columns = [c[0] for c in cursor.description]
        rows = [dict(zip(columns, row)) for row in cursor.fetchall()]
    return render(request, "billing/revenue.html", {"rows": rows})
