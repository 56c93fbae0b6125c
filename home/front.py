"""What the home page gathers from the rest of the portal: derived, never asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from home.timeline import milestones, short_story
from news.missions import published_missions
from news.models import DelegationCommitment, DelegationPage, DelegationStop, NewsPage
from news.partners_map import whole_map
from portal.content import registry
from portal.content.kept import kept
from portal.twinning.models import City

NEWS_PER_CITY = 3


@dataclass(frozen=True)
class CityNews:
    city: City
    items: list[NewsPage]


def home_context(page: Any) -> dict[str, Any]:
    """`city_news`, `delegation` (under way, else next, else last) and when it opens, `timeline`, `axes`, `figures`,
    `insets` (the partners' map)."""
    missions = published_missions(page.portal_locale.code)
    delegation = _leading_delegation([mission for mission in missions if not mission.archived_at])
    return {
        "city_news": _city_news(page),
        "delegation": delegation,
        "delegation_opens_at": _opening(delegation),
        "timeline": short_story(milestones(missions)),
        "axes": list(registry.axes().values()),
        "figures": figures(missions),
        "insets": whole_map(page.locale.language_code),
    }


def _city_news(page: Any) -> list[CityNews]:
    """The latest news of each city, in one query for both."""
    latest = kept(f"latest_news_{page.locale_id}", lambda: _latest_of_each_city(page))
    items = list(NewsPage.objects.filter(pk__in=latest).for_cards().latest_first())
    return [
        CityNews(city, [item for item in items if item.lead_city_id == city.pk]) for city in registry.cities().values()
    ]


def _latest_of_each_city(page: Any) -> list[int]:
    """Their numbers. One short query for each of the two cities: asked together, they would read every news item."""
    news = registry.open_to_all(NewsPage.objects).not_archived().in_locale_of(page).latest_first()
    return [pk for city in registry.cities() for pk in news.for_city(city).values_list("pk", flat=True)[:NEWS_PER_CITY]]


def _leading_delegation(missions: list[DelegationPage]) -> DelegationPage | None:
    """The one under way, else the next, else the last one. `missions` come latest first."""
    coming = [mission for mission in missions if mission.ends_on >= timezone.localdate()]
    return coming[-1] if coming else next(iter(missions), None)


def _opening(delegation: DelegationPage | None) -> dt.datetime | None:
    """The instant of a mission's first stop whose day and hour are known, for both cities' clocks."""
    if delegation is None:
        return None
    stop = (
        delegation.stops.filter(day_on__isnull=False, starts_at__isnull=False).order_by("day_on", "starts_at").first()
    )
    return stop.starts_at_in(delegation.host.locale.zone) if stop else None


@dataclass(frozen=True)
class Figures:
    delegations: int
    institutions_met: int
    axes: int
    commitments_kept: int
    commitments: int


def figures(missions: list[DelegationPage]) -> Figures:
    """The numbers of the twinning, counted over the missions published in one tree."""
    pks = [mission.pk for mission in missions]
    counted = DelegationCommitment.objects.filter(page__in=pks).aggregate(
        total=Count("pk"), kept=Count("pk", filter=Q(state=DelegationCommitment.State.KEPT))
    )
    met = DelegationStop.objects.filter(page__in=pks).aggregate(number=Count("institution", distinct=True))
    return Figures(
        delegations=len(missions),
        institutions_met=met["number"],
        axes=len(registry.axes()),
        commitments_kept=counted["kept"],
        commitments=counted["total"],
    )
