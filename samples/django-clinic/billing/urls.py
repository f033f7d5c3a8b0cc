from django.urls import path

from billing import views

urlpatterns = [
    path("", views.invoice_list, name="invoice_list"),
    path("revenue/", views.revenue, name="revenue"),
    path("<int:pk>/", views.invoice_detail, name="invoice_detail"),
    path("<int:pk>/issue/", views.invoice_issue, name="invoice_issue"),
    path("<int:pk>/payments/", views.payment_add, name="payment_add"),
    path("<int:pk>/lines/", views.line_add, name="line_add"),
]
