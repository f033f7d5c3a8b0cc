from django.contrib import admin

from billing.models import Invoice, InvoiceLine, Payment, Tariff


class LineInline(admin.TabularInline):
    model = InvoiceLine
    extra = 0
    raw_id_fields = ["lab_order"]


@admin.register(Invoice)
class InvoiceAdmin(admin.ModelAdmin):
    list_display = ["number", "patient", "status", "total", "due_on"]
    list_filter = ["status"]
    raw_id_fields = ["patient", "appointment", "policy"]
    inlines = [LineInline]


admin.site.register(Tariff)
admin.site.register(Payment)
