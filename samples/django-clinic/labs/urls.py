from django.urls import path

from labs import views

urlpatterns = [
    path("", views.order_list, name="order_list"),
    path("orders/<int:pk>/", views.order_detail, name="order_detail"),
    path("runs/", views.runs, name="import_runs"),
    path("runs/start/", views.start_import, name="start_import"),
]
