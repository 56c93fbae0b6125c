"""Saving an edit form is one transaction: nobody saves between the look for a newer version and the writing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.utils.urlpatterns import decorate_urlpatterns

View = Callable[..., HttpResponse]
EDIT_VIEWS = ("edit", "revisions_revert")  # as Wagtail names them, whatever is edited


def saving_at_once(urlpatterns: list[Any]) -> list[Any]:
    """Wagtail's addresses, each of its edit views saving in one transaction. Changes them in place."""
    patterns: list[Any] = decorate_urlpatterns(urlpatterns, _save_at_once)
    return patterns


def _save_at_once(view: View) -> View:
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        match = request.resolver_match
        if request.method != "POST" or match is None or match.url_name not in EDIT_VIEWS:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return answer
