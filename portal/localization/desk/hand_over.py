"""The screen on which a city hands a page over to the other: what will happen, or why it cannot be now."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from portal.localization.hand_over import CannotHandOver, HandOverAction
from portal.twinning.models import City


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(Page, pk=page_id).specific
    if not getattr(page, "lead_city_id", None):
        raise PermissionDenied
    action, city = HandOverAction(page, request.user), City.objects.exclude(pk=page.lead_city_id).first()
    refusal = _execute(request, action, city) if request.method == "POST" else _check(action)
    if request.method == "POST" and refusal is None:
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    context = {"page": page, "city": city, "refusal": refusal}
    return TemplateResponse(
        request, "localization/hand_over.html", context, status=409 if request.method == "POST" else 200
    )


def _check(action: HandOverAction) -> str | None:
    try:
        action.check()
    except CannotHandOver as reason:
        return str(reason)
    return None


def _execute(request: HttpRequest, action: HandOverAction, city: Any) -> str | None:
    try:
        page = action.execute()
    except CannotHandOver as reason:
        return str(reason)
    messages.success(request, f"La page « {page.title} » est maintenant écrite par {city}.")
    return None
