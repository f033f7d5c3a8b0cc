from django import forms

from billing.models import InvoiceLine, Payment


class PaymentForm(forms.ModelForm):
    class Meta:
        model = Payment
        fields = ["amount", "method"]


class LineForm(forms.ModelForm):
    class Meta:
        model = InvoiceLine
        fields = ["tariff", "quantity"]
