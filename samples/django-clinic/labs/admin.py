from django.contrib import admin

from labs.models import ImportRun, Laboratory, LabOrder, LabResult


@admin.register(LabOrder)
class LabOrderAdmin(admin.ModelAdmin):
    list_display = ["id", "patient", "laboratory", "status", "ordered_at"]
    list_filter = ["status", "laboratory"]
    raw_id_fields = ["patient", "appointment"]


admin.site.register(Laboratory)
admin.site.register(LabResult)
admin.site.register(ImportRun)
