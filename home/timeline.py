"""The story of the twinning, derived from its missions, its agreements, its calls for projects and its news."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import ExtractYear, RowNumber
from django.utils import timezone

from news.models import NewsPage
from portal.content import registry
from portal.content.kept import kept
from portal.twinning.models import City

NEWS_PER_YEAR = 8
MOST_DATED = 5
MOST_COMING = 2


@dataclass(frozen=True)
class Moment:
    """One point of the timeline: a stage of an agreement, a signature, a mission, a call for projects, a news item."""

    label: str
    starts_on: dt.date | None
    ends_on: dt.date | None = None
    precision: str = "day"
    city: City | None = None
    page: Any = None
    kind: str = "stage"


@dataclass(frozen=True)
class TimelineYear:
    """What happened in a year, in order of time; `year` is None for what has no date yet."""

    year: int | None
    moments: list[Moment]
    news: list[NewsPage]
    news_left_out: int = 0


def milestones(missions: Iterable[Any]) -> list[Moment]:
    """Stages of the agreements and missions, in order of time; what has no date yet comes last."""
    stages = [
        Moment(stage.label, stage.happened_on, precision=stage.precision)
        for agreement in registry.agreements()
        for stage in agreement.stages.all()
    ]
    journeys = [
        Moment(mission.title, mission.starts_on, mission.ends_on, city=mission.origin, page=mission, kind="mission")
        for mission in missions
    ]
    return in_order([*stages, *journeys])


def short_story(moments: list[Moment]) -> list[Moment]:
    """What the home page has room for: the latest moments, and the first of those that have no date yet."""
    dated = [moment for moment in moments if moment.starts_on]
    coming = [moment for moment in moments if not moment.starts_on]
    return [*dated[-MOST_DATED:], *coming[:MOST_COMING]]


def whole_story(missions: Iterable[Any]) -> list[Moment]:
    """The milestones, with the signatures and the calls for projects."""
    signatures = [
        Moment(agreement.name, agreement.signed_on, kind="signature")
        for agreement in registry.agreements()
        if agreement.signed_on
    ]
    calls = [
        Moment(f"{programme} {call.period}", call.opens_on or call.closes_on, call.closes_on, kind="call")
        for programme in registry.programmes().values()
        for call in programme.calls.all()
        if call.opens_on or call.closes_on
    ]
    return in_order([*milestones(missions), *signatures, *calls])


def in_order(moments: Iterable[Moment]) -> list[Moment]:
    return sorted(moments, key=lambda moment: (moment.starts_on is None, moment.starts_on or timezone.localdate()))


def by_year(moments: Iterable[Moment], page: Any) -> list[TimelineYear]:
    """The years that have something to tell, each with its latest news in the tree of a page: one query."""
    told = {
        year: list(group)
        for year, group in itertools.groupby(moments, key=lambda moment: moment.starts_on and moment.starts_on.year)
    }
    news = {
        year: list(group) for year, group in itertools.groupby(_news(page), key=lambda item: item.published_on.year)
    }
    years = sorted({*told, *news} - {None}) + ([None] if None in told else [])
    return [_year(year, told.get(year, []), news.get(year, []) if year else []) for year in years]


def _year(year: int | None, moments: list[Moment], news: list[Any]) -> TimelineYear:
    return TimelineYear(year, moments, news, (news[0].number_in_year - len(news)) if news else 0)


def _news(page: Any) -> list[Any]:
    """The latest news of each year, in order of time, and how many the year has. Kept: not to be changed."""
    return kept(f"news_of_years_{page.locale_id}", lambda: _find_news(page))


def _find_news(page: Any) -> list[Any]:
    year = ExtractYear("published_on")
    numbered = (
        NewsPage.objects.live()
        .in_locale_of(page)
        .annotate(
            rank=Window(RowNumber(), partition_by=year, order_by=[F("published_on").desc(), F("pk").desc()]),
            number_in_year=Window(Count("pk"), partition_by=year),
        )
    )
    latest = numbered.filter(rank__lte=NEWS_PER_YEAR).select_related("locale").order_by("published_on", "pk")
    found: list[Any] = registry.with_cities(list(latest.defer("body")))
    return found
