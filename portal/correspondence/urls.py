"""Public addresses of the correspondence, below the prefix of each variant."""

from __future__ import annotations

from django.urls import path

from portal.correspondence.views import ContactView, ErrorReportView, contact_thanks, error_report_thanks

urlpatterns = [
    path("contact/", ContactView.as_view(), name="contact"),
    path("contact/merci/", contact_thanks, name="contact_thanks"),
    path("signaler-une-erreur/", ErrorReportView.as_view(), name="error_report"),
    path("signaler-une-erreur/merci/", error_report_thanks, name="error_report_thanks"),
]
