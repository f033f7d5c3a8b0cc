from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts import audit
from patients import services
from patients.forms import DocumentForm, PatientForm, PolicyForm
from patients.models import Patient


@login_required
def patient_list(request):
    patients = Patient.objects.filter(archived_at__isnull=True)
    query = request.GET.get("q", "").strip()
    if query:
        patients = patients.filter(
            Q(last_name__icontains=query) | Q(first_name__icontains=query) | Q(number__iexact=query)
        )
    page = Paginator(patients, 40).get_page(request.GET.get("page"))
    return render(request, "patients/list.html", {"page": page, "query": query})


@login_required
def patient_detail(request, pk):
    patient = get_object_or_404(Patient.objects.select_related("clinic"), pk=pk)
    context = {
        "patient": patient,
        "policy": patient.current_policy(),
        "documents": patient.documents.select_related("uploaded_by"),
        "appointments": patient.appointments.select_related("practitioner__staff__user", "appointment_type")[:20],
        "invoices": patient.invoices.all()[:10],
        "orders": patient.lab_orders.select_related("laboratory")[:10],
        "document_form": DocumentForm(),
        "policy_form": PolicyForm(),
    }
    return render(request, "patients/detail.html", context)


@login_required
def patient_create(request):
    form = PatientForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        patient = services.register_patient(request.user.staff_profile.clinic, form.cleaned_data, request.user)
        messages.success(request, f"Registered {patient.number}.")
        return redirect(patient)
    return render(request, "patients/form.html", {"form": form})


@login_required
def patient_edit(request, pk):
    patient = get_object_or_404(Patient, pk=pk)
    form = PatientForm(request.POST or None, instance=patient)
    if request.method == "POST" and form.is_valid():
        form.save()
        audit.record(request.user, "edit", patient, detail=", ".join(form.changed_data))
        return redirect(patient)
    return render(request, "patients/form.html", {"form": form, "patient": patient})


@login_required
@require_POST
def document_upload(request, pk):
    patient = get_object_or_404(Patient, pk=pk)
    form = DocumentForm(request.POST, request.FILES)
    if form.is_valid():
        services.attach_document(
            patient,
            form.cleaned_data["kind"],
            form.cleaned_data["title"],
            form.cleaned_data["file"],
            request.user,
        )
        messages.success(request, "Document stored.")
    else:
        messages.error(request, "The document was refused: " + "; ".join(sum(form.errors.values(), [])))
    return redirect(patient)


@login_required
@require_POST
def policy_add(request, pk):
    patient = get_object_or_404(Patient, pk=pk)
    form = PolicyForm(request.POST)
    if form.is_valid():
        policy = form.save(commit=False)
        policy.patient = patient
        policy.save()
        audit.record(request.user, "policy", policy)
    else:
        messages.error(request, "The policy is incomplete.")
    return redirect(patient)
