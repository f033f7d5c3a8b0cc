from django import forms

from accounts.models import StaffProfile


class ProfileForm(forms.ModelForm):
    class Meta:
        model = StaffProfile
        fields = ["extension"]
