"""Activates the variant that the address names, and nothing else: no cookie, no Accept-Language, no redirection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from portal import locales


class VariantMiddleware:
    """Django's LocaleMiddleware would send a visitor who asks for plain French, or for a page without prefix, to one
    of the two cities; here only the prefix of the address decides."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        locale: Any = locales.by_code(request.path_info.strip("/").partition("/")[0])
        request.portal_locale = locale  # type: ignore[attr-defined]
        with translation.override(locale.code if locale else settings.LANGUAGE_CODE):
            response = self.get_response(request)
        if locale:
            response.headers.setdefault("Content-Language", locale.tag)
        return response
