"""Addresses of the screens of the keys, below /admin/pages/."""

from __future__ import annotations

from django.urls import path

from portal.coediting.approval import views

app_name = "coediting"
urlpatterns = [
    path("<int:page_id>/cle/", views.key, name="key"),
    path("<int:page_id>/cle/<int:key_id>/reprendre/", views.withdraw, name="withdraw_key"),
    path("<int:page_id>/urgence/", views.emergency, name="emergency"),
]
