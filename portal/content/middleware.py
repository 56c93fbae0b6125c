"""The portal's own middleware: the variant that the address names, and the looser policy that Wagtail's admin needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.utils import translation

from portal import locales
from portal.content.links import current_request

GetResponse = Callable[[HttpRequest], HttpResponse]

ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}


class VariantMiddleware:
    """Activates the variant of the address's prefix, and nothing else: no cookie, no Accept-Language, no redirection.

    Django's LocaleMiddleware would send a visitor who asks for plain French, or for a page without prefix, to one of
    the two cities.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        locale: Any = locales.by_code(request.path_info.strip("/").partition("/")[0])
        request.portal_locale = locale  # type: ignore[attr-defined]
        token = current_request.set(request) if locale else None
        try:
            with translation.override(locale.code if locale else settings.LANGUAGE_CODE):
                response = self.get_response(request)
        finally:
            if token:
                current_request.reset(token)
        if locale:
            response.headers.setdefault("Content-Language", locale.tag)
        return response


class EntityTagMiddleware(ConditionalGetMiddleware):
    """Django's, which would also believe a date: a page that is withdrawn takes the time of the last publication back.
    What gives a date has its own view that decides (`machines.conditional`)."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.has_header("Last-Modified"):
            return response
        return super().process_response(request, response)


class AdminPolicyMiddleware:
    """Lets Wagtail's admin, whose screens carry inline scripts and styles, run; public pages stay strict."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response: Any = self.get_response(request)
        if request.path_info.startswith("/admin/"):
            response._csp_replace = ADMIN_POLICY
        return response
