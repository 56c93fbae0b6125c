"""The neutral page at /, where a visitor chooses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from portal import locales


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
