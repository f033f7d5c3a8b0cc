from django.urls import path

from scheduling import views

urlpatterns = [
    path("", views.day, name="day"),
    path("book/", views.book, name="appointment_book"),
    path("appointments/<int:pk>/", views.detail, name="appointment_detail"),
    path("appointments/<int:pk>/move/", views.move, name="appointment_move"),
    path("appointments/<int:pk>/complete/", views.complete, name="appointment_complete"),
    path("appointments/<int:pk>/cancel/", views.cancel, name="appointment_cancel"),
    path("waiting-list/", views.waiting_list, name="waiting_list"),
    path("utilisation/", views.utilisation, name="utilisation"),
]
