"""The shared registry as pages read it: kept, so that a city or an axis costs no query."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale, PageViewRestriction

from portal.content.kept import kept
from portal.twinning.models import City, CooperationAxis, FundingProgramme, TwinningAgreement


def cities() -> dict[int, City]:
    return kept("cities", lambda: {city.pk: city for city in City.objects.all()})


def locale_ids() -> dict[str, int]:
    """By language code."""
    return kept("locale_ids", lambda: dict(Locale.objects.values_list("language_code", "pk")))


def axes() -> dict[int, CooperationAxis]:
    return kept("axes", lambda: {axis.pk: axis for axis in CooperationAxis.objects.all()})


def programmes() -> dict[int, FundingProgramme]:
    """With their calls for projects."""
    found = FundingProgramme.objects.prefetch_related("calls")
    return kept("programmes", lambda: {programme.pk: programme for programme in found})


def agreements() -> list[TwinningAgreement]:
    """With their stages, their parties and the text that was signed."""
    found = TwinningAgreement.objects.select_related("document").prefetch_related("stages", "parties")
    return kept("agreements", lambda: list(found))


def has_view_restrictions() -> bool:
    """Whether any page of the site is private; as long as none is, no page needs to ask."""
    return kept("has_view_restrictions", PageViewRestriction.objects.exists)


def open_to_all(pages: Any) -> Any:
    """Of a queryset of pages, those that are published and not private."""
    return pages.live().public() if has_view_restrictions() else pages.live()


def with_cities(pages: Any, *names: str) -> Any:
    """The same pages, whose foreign keys to a city (`lead_city` and those named) are filled in without a query."""
    known = cities()
    for page in pages:
        for name in ("lead_city", *names):
            pk = getattr(page, f"{name}_id")
            if pk in known:
                setattr(page, name, known[pk])
    return pages
