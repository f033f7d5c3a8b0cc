from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from patients.models import InsurancePolicy, Patient, PatientDocument

ALLOWED_UPLOADS = ("pdf", "jpg", "jpeg", "png", "tif")


class PatientForm(forms.ModelForm):
    class Meta:
        model = Patient
        fields = ["first_name", "last_name", "birth_date", "email", "phone", "wants_reminders", "notes"]
        widgets = {"birth_date": forms.DateInput(attrs={"type": "date"})}

    def clean_birth_date(self):
        value = self.cleaned_data["birth_date"]
        if value > timezone.localdate():
            raise ValidationError("The date of birth lies in the future.")
        return value


class PolicyForm(forms.ModelForm):
    class Meta:
        model = InsurancePolicy
        fields = ["insurer", "policy_number", "coverage_percent", "valid_from", "valid_to"]

    def clean_coverage_percent(self):
        value = self.cleaned_data["coverage_percent"]
        if value > 100:
            raise ValidationError("Coverage is at most 100 %.")
        return value


class DocumentForm(forms.Form):
    kind = forms.ChoiceField(choices=PatientDocument.KINDS)
    title = forms.CharField(max_length=120)
    file = forms.FileField()

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.name.rsplit(".", 1)[-1].lower() not in ALLOWED_UPLOADS:
            raise ValidationError("Only PDF and image files.")
        return upload
