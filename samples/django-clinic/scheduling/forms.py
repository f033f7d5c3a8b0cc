from django import forms

from labs.models import Laboratory
from patients.models import Patient
from scheduling.models import AppointmentType, Practitioner, Room, WaitingListEntry


class BookingForm(forms.Form):
    patient = forms.ModelChoiceField(Patient.objects.filter(archived_at__isnull=True))
    practitioner = forms.ModelChoiceField(Practitioner.objects.filter(active=True))
    room = forms.ModelChoiceField(Room.objects.all())
    appointment_type = forms.ModelChoiceField(AppointmentType.objects.all())
    starts_at = forms.DateTimeField(widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))
    note = forms.CharField(max_length=200, required=False)


class MoveForm(forms.Form):
    room = forms.ModelChoiceField(Room.objects.all())
    starts_at = forms.DateTimeField(widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))


class CompleteForm(forms.Form):
    laboratory = forms.ModelChoiceField(Laboratory.objects.filter(active=True), required=False)
    tests = forms.CharField(max_length=200, required=False, help_text="test codes, separated by commas")


class WaitingListForm(forms.ModelForm):
    class Meta:
        model = WaitingListEntry
        fields = ["patient", "practitioner", "appointment_type", "wanted_from", "wanted_to"]

    def clean(self):
        data = super().clean()
        first, last = data.get("wanted_from"), data.get("wanted_to")
        if first and last and last < first:
            self.add_error("wanted_to", "Ends before it begins.")
        return data
