"""The screen of a refusal, in the place of Wagtail's sentence that gives no reason."""

from __future__ import annotations

import sys
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from wagtail.admin import auth
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page

from portal.coediting.choosers import readable_by
from portal.coediting.refusals.reasons import page_of, reason_of
from portal.localization.permissions import refuse_to_read
from portal.localization.readiness import translation_of

FORBIDDEN = 403


def answer_every_refusal() -> None:
    """Wagtail answers all its refusals in one function, and gives no way to name another: it is replaced. A test holds
    it; it can go once Wagtail shows the reason that a PermissionDenied carries."""
    auth.permission_denied = refuse


def refuse(request: HttpRequest) -> HttpResponse:
    """Says why, and offers the desk where a variant is concerned. Called where the refusal was caught."""
    raised = sys.exc_info()[1]
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied(reason_of(request, raised))
    reason, page = reason_of(request, raised), page_of(request)
    if not request.accepts("text/html"):
        return JsonResponse({"success": False, "error_code": "refused", "error_message": reason}, status=FORBIDDEN)
    desk = _desk_of(request.user, page)
    shown = page if page and readable_by(request.user, Page.objects.filter(pk=page.pk)).exists() else None
    response: HttpResponse = get_localized_response(_draw, request, reason=reason, page=shown, desk=desk)
    return response


def _desk_of(user: Any, page: Any) -> str | None:
    """Where a variant is read, for who may see it there."""
    if not getattr(page, "is_variant", False) or translation_of(page) is None:
        return None
    return None if refuse_to_read(user, page) else reverse("variant_review:review", args=[page.pk])


def _draw(request: HttpRequest, **context: Any) -> TemplateResponse:
    return TemplateResponse(request, "coediting/refused.html", context, status=FORBIDDEN)
