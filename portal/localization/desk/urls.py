"""Addresses of the review screens, below /admin/variantes/."""

from __future__ import annotations

from django.urls import path

from portal.localization.desk import hand_over, interchange, presence, preview, schedule, views

app_name = "variant_review"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("<int:page_id>/", views.review, name="review"),
    path("<int:page_id>/presence/", presence.presence, name="presence"),
    path("<int:page_id>/po/", interchange.interchange, name="interchange"),
    path("<int:page_id>/po/exporter/", interchange.export, name="export"),
    path("<int:page_id>/suivante/", views.following, name="following"),
    path("<int:page_id>/ceder-la-main/", hand_over.hand_over, name="hand_over"),
    path("<int:page_id>/programmer/", schedule.schedule, name="schedule"),
    path("<int:page_id>/apercu/", preview.preview, name="preview"),
    path("<int:page_id>/deux-variantes/", preview.comparison, name="comparison"),
]
