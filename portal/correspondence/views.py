"""The two forms of the correspondence and the pages that say what happens next."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.content import registry
from portal.correspondence.actions import ReceiveAction
from portal.correspondence.forms import BOTH, ContactForm, ErrorReportForm
from portal.correspondence.models import ContactMessage, Correspondence, ErrorReport
from portal.correspondence.pages import city_of, local_path
from portal.public_forms.views import PublicFormView


class CorrespondenceView(PublicFormView):
    model: type[Correspondence]

    def is_full(self) -> bool:
        since = timezone.now() - dt.timedelta(hours=1)
        received: int = self.model._default_manager.filter(received_at__gte=since).count()
        return received >= settings.PUBLIC_FORM_LIMIT_PER_HOUR


class ContactView(CorrespondenceView):
    template_name = "correspondence/contact.html"
    form_class = ContactForm
    model = ContactMessage

    def get_initial(self) -> dict[str, Any]:
        known = {city.slug for city in registry.cities().values()}
        asked = self.request.GET.get("ville", "")
        return {"city": asked} if asked in known else {}

    def receive(self, form: Any) -> str:
        cities = form.chosen_cities
        for city in cities:
            message = ContactMessage(
                city=city,
                submission=form.submission,
                variant=self.request.portal_locale.code,  # type: ignore[attr-defined]
                name=form.cleaned_data["sender"],
                email=form.cleaned_data["email"],
                text=form.cleaned_data["text"],
                is_to_both_cities=len(cities) > 1,
            )
            ReceiveAction(message).execute()
        return f"{reverse('contact_thanks')}?{urlencode({'ville': form.cleaned_data['city']})}"


class ErrorReportView(CorrespondenceView):
    template_name = "correspondence/error_report.html"
    form_class = ErrorReportForm
    model = ErrorReport

    def get_initial(self) -> dict[str, Any]:
        return {"page_address": local_path(self.request.GET.get("page", ""), self.request) or ""}

    def receive(self, form: Any) -> str:
        locale = self.request.portal_locale  # type: ignore[attr-defined]
        page = form.page
        city = city_of(page, locale)
        report = ErrorReport(
            city=city,
            submission=form.submission,
            variant=locale.code,
            email=form.cleaned_data["email"],
            text=form.cleaned_data["text"],
            page_address=form.cleaned_data["page_address"],
            page_id=page.pk if page else None,
        )
        ReceiveAction(report).execute()
        return f"{reverse('error_report_thanks')}?{urlencode({'ville': city.slug})}"


@require_safe
def contact_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "correspondence/contact_thanks.html", {"cities": _named_cities(request)})


@require_safe
def error_report_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "correspondence/error_report_thanks.html", {"cities": _named_cities(request)})


def _named_cities(request: HttpRequest) -> list[Any]:
    """Those that the address names; both when it names none."""
    asked = request.GET.get("ville", BOTH)
    cities = list(registry.cities().values())
    return [city for city in cities if city.slug == asked] or cities
