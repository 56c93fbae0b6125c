"""What citizens see of a page, as the index takes it: words by weight, kind, city, date, axes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import override
from wagtail.search import index

from home.models import CooperationPage, LexiconPage
from news.models import DelegationPage, InstitutionPage, NewsPage
from portal.content import registry
from portal.content.glossary import lexicon
from portal.content.templatetags.portal_formats import MONTHS
from portal.search.models import SearchEntry
from portal.twinning.models import City, CooperationAxis

MAX_CHARACTERS = 300_000
"""No page says more; PostgreSQL takes a megabyte of words for one."""
CALLED = ("title", "acronym", "other_names")
NAMED_FIRST = (*CALLED, "introduction")
Kind = SearchEntry.Kind


@dataclass(frozen=True)
class Content:
    kind: Kind
    city: City | None
    happened_on: dt.date | None
    archived_at: dt.datetime | None
    axes: list[CooperationAxis]
    title: str
    """With the other names by which it is known."""
    introduction: str
    body: str
    around: str
    """What kind of page it is, when, where, on what axis, and what it shows of the registry."""


def content_of(page: Any) -> Content:
    """`page` is specific and public."""
    with override(page.locale.language_code):
        kind, city, day = _facts(page)
        axes = list(page.axes.all()) if hasattr(page, "axes") else []
        values = {name: _text(value) for name, value in _searched(page)}
        body = [text for name, text in values.items() if name not in NAMED_FIRST]
        around = [_singular(kind), city.name if city else "", _day(day), *(axis.name for axis in axes), *_derived(page)]
        return Content(
            kind=kind,
            city=city,
            happened_on=day,
            archived_at=getattr(page, "archived_at", None),
            axes=axes,
            title=" ".join(values.get(name, "") for name in CALLED),
            introduction=values.get("introduction", ""),
            body="\n".join(filter(None, body))[:MAX_CHARACTERS],
            around=" ".join(around),
        )


def _facts(page: Any) -> tuple[Kind, City | None, dt.date | None]:
    """A page of neither kind has no city and no day that a reader would look for."""
    if isinstance(page, NewsPage):
        return Kind.NEWS, page.lead_city, page.published_on
    if isinstance(page, DelegationPage):
        return Kind.DELEGATION, page.origin, page.starts_on
    if isinstance(page, InstitutionPage):
        return Kind.INSTITUTION, page.side, None
    return Kind.PAGE, None, None


def _searched(owner: Any, fields: Iterable[Any] | None = None) -> Iterator[tuple[str, Any]]:
    """Name and value of each searched field, rows below the page included: what its model declares to Wagtail."""
    for field in type(owner).get_search_fields() if fields is None else fields:
        if isinstance(field, index.SearchField):
            yield field.field_name, field.get_value(owner)
        elif isinstance(field, index.RelatedFields):
            rows = getattr(owner, field.field_name).all()
            yield field.field_name, [value for row in rows for _, value in _searched(row, field.fields)]


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "\n".join(filter(None, map(_text, value)))
    return " ".join(str(value or "").split())


def _derived(page: Any) -> list[str]:
    """What a page shows of the registry and of the glossary, which nobody types into it."""
    if isinstance(page, CooperationPage):
        parts = [(axis.name, axis.summary) for axis in registry.axes().values()]
        parts += [(agreement.name, agreement.summary) for agreement in registry.agreements()]
        parts += [(programme.name, programme.acronym) for programme in registry.programmes().values()]
        return [f"{first}. {second}" for first, second in parts]
    if isinstance(page, LexiconPage):
        return [", ".join(dict.fromkeys(line.terms.values())) for line in lexicon(page.portal_locale)]
    return []


def _singular(kind: Kind) -> str:
    return "" if kind is Kind.PAGE else str(kind.label).removesuffix("s")


def _day(day: dt.date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
