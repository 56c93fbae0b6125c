"""The timeline as a picture: where each moment stands between the first year and the last, one line for each city."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from home.timeline import Moment, TimelineYear
from portal.content import registry

LANE_HEIGHT = 56
TOP = 40
MOST_LABELS = 6
NARROWEST_MISSION = 1.2
"""In hundredths of the width: a mission of a few days must still be seen."""


@dataclass(frozen=True)
class Mark:
    x: float
    width: float = 0
    kind: str = ""


@dataclass(frozen=True)
class Lane:
    """The line of a city, or of what both do together (an empty slug), with what happened on it."""

    slug: str
    name: str
    y: int
    marks: list[Mark]

    @property
    def label_y(self) -> int:
        return self.y - 16


@dataclass(frozen=True)
class YearLabel:
    x: float
    year: int
    is_shown: bool


@dataclass(frozen=True)
class TimelinePicture:
    """Lengths across are in hundredths of the width, heights in pixels."""

    lanes: list[Lane]
    years: list[YearLabel]
    first_year: int
    last_year: int
    today: float | None
    height: int

    @property
    def foot(self) -> int:
        """Where the numbers of the years are written."""
        return self.height - 6

    @property
    def bottom(self) -> int:
        return self.height - 26


def draw_timeline(years: list[TimelineYear]) -> TimelinePicture | None:
    """None when nothing has a date."""
    numbers = [year.year for year in years if year.year]
    if not numbers:
        return None
    scale = Scale(numbers[0], numbers[-1])
    moments = [moment for year in years for moment in year.moments if moment.starts_on]
    lanes = [_lane("", "", 0, [_mark(moment, scale) for moment in moments if moment.city is None])]
    for city in registry.cities().values():
        missions = [_mark(moment, scale) for moment in moments if moment.city == city]
        news = [
            Mark(scale.at(item.published_on), kind="news")
            for year in years
            for item in year.news
            if item.lead_city == city
        ]
        lanes.append(_lane(city.slug, city.name, len(lanes), [*news, *missions]))
    today = timezone.localdate()
    return TimelinePicture(
        lanes=lanes,
        years=scale.labels(),
        first_year=scale.first,
        last_year=scale.last,
        today=scale.at(today) if scale.first <= today.year <= scale.last else None,
        height=TOP + LANE_HEIGHT * (len(lanes) - 1) + 50,
    )


@dataclass(frozen=True)
class Scale:
    """From the first day of the first year to the last day of the last one."""

    first: int
    last: int

    def at(self, day: dt.date) -> float:
        start, end = dt.date(self.first, 1, 1), dt.date(self.last + 1, 1, 1)
        return round(2 + 96 * (day - start).days / (end - start).days, 2)

    def labels(self) -> list[YearLabel]:
        step = -(-(self.last - self.first + 1) // MOST_LABELS)
        return [
            YearLabel(self.at(dt.date(year, 1, 1)), year, (year - self.first) % step == 0)
            for year in range(self.first, self.last + 1)
        ]


def _lane(slug: str, name: str, position: int, marks: Iterable[Mark]) -> Lane:
    return Lane(slug, name, TOP + LANE_HEIGHT * position, list(marks))


def _mark(moment: Moment, scale: Scale) -> Mark:
    if moment.starts_on is None:
        raise ValueError("A moment without a date has no place on the picture")
    start = scale.at(moment.starts_on)
    width = scale.at(moment.ends_on) - start if moment.ends_on else 0
    return Mark(start, round(max(width, NARROWEST_MISSION), 2), moment.kind)
