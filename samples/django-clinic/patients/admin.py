from django.contrib import admin

from patients.models import InsurancePolicy, Insurer, Patient, PatientDocument


class PolicyInline(admin.TabularInline):
    model = InsurancePolicy
    extra = 0


@admin.register(Patient)
class PatientAdmin(admin.ModelAdmin):
    list_display = ["number", "last_name", "first_name", "birth_date", "archived_at"]
    search_fields = ["number", "last_name"]
    inlines = [PolicyInline]


admin.site.register(Insurer)
admin.site.register(PatientDocument)
