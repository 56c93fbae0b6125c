"""Which pages answer, for the readers of a variant, and in what order: their own French first, then the best match."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Q, Value, When
from wagtail.models import Page

from portal import locales
from portal.content.registry import cities, has_view_restrictions
from portal.search.engines import engine
from portal.search.engines.query import Query
from portal.search.excerpts import Marker
from portal.search.models import SearchEntry
from portal.search.understanding import Understood, suggest

PAGE_SIZE = 10
FEW = 3


def readable_entries(locale: locales.PortalLocale) -> Any:
    """Each public page once: in the variant of its readers, else in the only one that it has.

    Asked of the page itself, so that what was just withdrawn or made private is not shown, whatever the index says.
    """
    entries = SearchEntry.objects.filter(Q(locale_code=locale.code) | Q(is_alone=True), page__live=True)
    return entries.filter(page__in=Page.objects.public()) if has_view_restrictions() else entries


class Results:
    """The answer to a query and its filters; asks the database when read."""

    def __init__(self, locale: locales.PortalLocale, understood: Understood, asked: dict[str, str]) -> None:
        self.locale = locale
        self.understood = understood
        self.asked = asked
        self.marker = Marker(understood.looked_for)
        self.is_partial = False
        """Whether no page holds every word, so that those that hold some are shown."""

    @cached_property
    def query(self) -> Query | None:
        return self.understood.query

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many pages of each kind there are, whatever kind is asked for."""
        if self.understood.text and self.query is None:
            return {}
        counts = self._count()
        if not counts and self.query and len(self.query.groups) > 1:
            self.query = Query(self.query.groups, asks_for_all=False)
            counts = self._count()
            self.is_partial = bool(counts)
        return counts

    def _count(self) -> dict[str, int]:
        rows = self._found().order_by().values("kind").annotate(number=Count("pk"))
        return {row["kind"]: row["number"] for row in rows}

    def _found(self) -> Any:
        entries = readable_entries(self.locale)
        if self.query:
            entries = entries.filter(engine().matching(self.query))
        if city := self.asked.get("ville"):
            entries = entries.filter(city=next(pk for pk, known in cities().items() if known.slug == city))
        if axis := self.asked.get("axe"):
            entries = entries.filter(axes__slug=axis)
        if year := self.asked.get("annee"):
            entries = entries.filter(happened_on__year=int(year))
        return entries

    @property
    def total(self) -> int:
        kind = self.asked.get("type")
        return self.counts.get(kind, 0) if kind else sum(self.counts.values())

    @cached_property
    def without_filters(self) -> int:
        """How many pages would be found for the same words alone."""
        rest = Results(self.locale, self.understood, {})
        rest.query = self.query
        return rest.total

    @cached_property
    def suggestions(self) -> list[str]:
        """What else may have been meant, when little was found."""
        return suggest(self.understood) if self.query and not self.asked and self.total <= FEW else []

    def page(self, number: str | None) -> Any:
        """A page of Django's paginator, whose items are Result."""
        total = self.total
        entries = self._found() if total else SearchEntry.objects.none()
        if kind := self.asked.get("type"):
            entries = entries.filter(kind=kind)
        paginator = Paginator(self._in_order(entries), PAGE_SIZE)
        paginator.count = total
        page = paginator.get_page(number)
        page.object_list = [Result(entry, self) for entry in page.object_list]
        return page

    def _in_order(self, entries: Any) -> Any:
        order: list[Any] = [_one_if(Q(locale_code=self.locale.code)).desc()]
        if self.query:
            entries = entries.annotate(rank=engine().rank(self.query))
            whole = Query(self.query.groups)
            order += [_one_if(engine().in_title(whole)).desc(), "-rank"]
        order += [F("happened_on").desc(nulls_last=True), "pk"]
        entries = entries.select_related("page__locale").prefetch_related("axes")
        return entries.defer("words", "vector").order_by(*order)


def _one_if(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0))


@dataclass(frozen=True)
class Result:
    """One line of the answer."""

    entry: SearchEntry
    results: Results

    @property
    def page(self) -> Page:
        return self.entry.page

    @property
    def kind(self) -> str:
        return "" if self.entry.kind == SearchEntry.Kind.PAGE else self.entry.get_kind_display().removesuffix("s")

    @property
    def title(self) -> str:
        return self.results.marker.mark(self.entry.page.title)

    @property
    def excerpt(self) -> str:
        return self.results.marker.excerpt(self.entry.text)

    @property
    def city(self) -> Any:
        return cities().get(self.entry.city_id) if self.entry.city_id else None

    @property
    def axes(self) -> list[Any]:
        return list(self.entry.axes.all())

    @property
    def foreign_locale(self) -> locales.PortalLocale | None:
        """The variant that it is written in, when that is not its reader's."""
        return None if self.entry.locale_code == self.results.locale.code else locales.by_code(self.entry.locale_code)
