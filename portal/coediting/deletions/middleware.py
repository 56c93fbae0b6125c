"""Turns a refused deletion into a page that says why, and where the object is used."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from portal.coediting.deletions.guard import StillInUse

CONFLICT = 409  # with what the published pages show


class StillInUseMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, StillInUse):
            return None
        context = {"refused": exception}
        return TemplateResponse(request, "coediting/still_in_use.html", context, status=CONFLICT).render()
