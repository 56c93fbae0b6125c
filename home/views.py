"""The neutral page at /, where a visitor chooses, and the site map."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from home.site_map import site_map as sections_of
from portal import locales
from portal.content.routing import keep_site


@require_safe
def neutral(request: HttpRequest) -> HttpResponse:
    """Two doors; only a browser that asks for fr-CA or fr-FR outright is sent through one. Remembers nothing."""
    chosen = locales.outright_choice(request.headers.get("Accept-Language", ""))
    response = (
        HttpResponseRedirect(f"/{chosen.code}/")
        if chosen
        else render(request, "home/neutral.html", {"locales": locales.LOCALES})
    )
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """Every public page of one tree, long lists cut short."""
    keep_site(request)
    code = request.portal_locale.code  # type: ignore[attr-defined]
    return render(request, "home/site_map.html", {"sections": sections_of(code)})
