"""A variant is reviewed, never edited as a page: the address of Wagtail's editor leads to the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail_localize.models import Translation

View = Callable[..., HttpResponse]
EDITOR = "wagtailadmin_pages:edit"


def reviewing_variants(urlpatterns: list[Any]) -> list[Any]:
    """Wagtail's addresses, its page editor leading to the review of what is a variant. Changes them in place.

    Wagtail's hook comes too late: it runs for those who may edit the page, and nobody may edit a variant.
    """
    patterns: list[Any] = decorate_urlpatterns(urlpatterns, _review_instead)
    return patterns


def _review_instead(view: View) -> View:
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        match = request.resolver_match
        is_editor = (
            match is not None and match.view_name == EDITOR and request.user.has_perm("wagtailadmin.access_admin")
        )
        if is_editor and _is_variant(kwargs["page_id"]):
            return redirect("variant_review:review", kwargs["page_id"])
        return view(request, *args, **kwargs)

    return answer


def _is_variant(page_id: int) -> bool:
    adapted = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale_id=OuterRef("locale_id")
    )
    return Page.objects.filter(Exists(adapted), pk=page_id).exists()
