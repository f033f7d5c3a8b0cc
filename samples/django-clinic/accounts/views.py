from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from accounts.decorators import role_required
from accounts.forms import ProfileForm
from accounts.models import AuditEntry, StaffProfile


@login_required
def profile(request):
    staff = get_object_or_404(StaffProfile, user=request.user)
    form = ProfileForm(request.POST or None, instance=staff)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect("profile")
    return render(request, "accounts/profile.html", {"staff": staff, "form": form})


@role_required("may_bill")
def audit_log(request):
    entries = AuditEntry.objects.select_related("user")
    wanted = request.GET.get("type")
    if wanted:
        entries = entries.filter(object_type=wanted)
    page = Paginator(entries, 50).get_page(request.GET.get("page"))
    return render(request, "accounts/audit_log.html", {"page": page, "wanted": wanted})
