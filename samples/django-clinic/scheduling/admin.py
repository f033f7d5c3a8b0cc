from django.contrib import admin

from scheduling.models import Appointment, AppointmentType, Practitioner, Room, WorkingHours


class WorkingHoursInline(admin.TabularInline):
    model = WorkingHours
    extra = 1


@admin.register(Practitioner)
class PractitionerAdmin(admin.ModelAdmin):
    list_display = ["staff", "speciality", "active"]
    inlines = [WorkingHoursInline]


@admin.register(Appointment)
class AppointmentAdmin(admin.ModelAdmin):
    list_display = ["starts_at", "patient", "practitioner", "room", "status"]
    list_filter = ["status", "practitioner"]
    date_hierarchy = "starts_at"


admin.site.register(AppointmentType)
admin.site.register(Room)
