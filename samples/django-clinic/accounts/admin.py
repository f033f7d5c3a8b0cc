from django.contrib import admin

from accounts.models import AuditEntry, Clinic, StaffProfile


@admin.register(Clinic)
class ClinicAdmin(admin.ModelAdmin):
    list_display = ["name", "city", "phone"]


@admin.register(StaffProfile)
class StaffProfileAdmin(admin.ModelAdmin):
    list_display = ["user", "clinic", "role", "last_seen"]
    list_filter = ["role"]


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    list_display = ["at", "user", "action", "object_type", "object_id"]
    date_hierarchy = "at"

    def has_change_permission(self, request, obj=None):
        return False
