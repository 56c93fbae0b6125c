"""Which pages a person finds in the choosers: those that they may explore, and what everybody may read."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.views.chooser import ChosenMultipleView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy


def readable_by(user: Any, pages: Any) -> Any:
    """Of some pages, those whose title is no secret to a person; the home pages lead to them."""
    return pages.filter(live=True) | pages.filter(pk__in=page_permission_policy.explorable_instances(user).values("pk"))


def narrow_chooser(pages: Any, request: HttpRequest) -> Any:
    return readable_by(request.user, pages)


class ReadableChosenView(ChosenMultipleView):
    """Wagtail's answer about the pages that were ticked, for those that could be."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = Page.objects.filter(pk__in=[key for key in request.GET.getlist("id") if key.isdigit()])
        if asked.count() > readable_by(request.user, asked).count():
            raise Http404
        answer: HttpResponse = super().get(request)
        return answer
