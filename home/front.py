"""What the home page and the cooperation page gather from the rest of the portal: derived, never asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from news.models import DelegationCommitment, DelegationPage, InstitutionPage, NewsPage
from portal.twinning.models import AgreementStage, City, CooperationAxis, FundingProgramme, TwinningAgreement

NEWS_PER_CITY = 3


@dataclass(frozen=True)
class CityNews:
    city: City
    items: list[NewsPage]


def home_context(page: Any) -> dict[str, Any]:
    """`city_news`, `delegation` (next, current or last) with `delegation_status`, `timeline`, `axes`, `figures`."""
    return {
        "city_news": _city_news(page),
        "delegation": _leading_delegation(page),
        "timeline": timeline(page),
        "axes": list(CooperationAxis.objects.all()),
        "figures": figures(page),
    }


def cooperation_context(page: Any) -> dict[str, Any]:
    """`axes`, `agreements` with their stages, `programmes` with their calls."""
    return {
        "axes": list(CooperationAxis.objects.all()),
        "agreements": list(TwinningAgreement.objects.prefetch_related("stages", "parties")),
        "programmes": list(FundingProgramme.objects.prefetch_related("calls")),
    }


def _city_news(page: Any) -> list[CityNews]:
    latest = NewsPage.objects.live().in_locale_of(page).for_cards().latest_first()
    return [CityNews(city, list(latest.for_city(city)[:NEWS_PER_CITY])) for city in City.objects.all()]


def _leading_delegation(page: Any) -> DelegationPage | None:
    """The one under way, else the next, else the last one."""
    missions = DelegationPage.objects.live().in_locale_of(page).with_cities()
    return missions.filter(ends_on__gte=timezone.localdate()).order_by("starts_on").first() or (
        missions.latest_first().first()
    )


@dataclass(frozen=True)
class Moment:
    """One point of the timeline: a stage of the agreement, or a mission."""

    label: str
    starts_on: Any
    ends_on: Any = None
    precision: str = "day"
    city: City | None = None
    page: Any = None


def timeline(page: Any) -> list[Moment]:
    """The story of the twinning in order of time; what has no date yet comes last."""
    stages = [
        Moment(stage.label, stage.happened_on, precision=stage.precision) for stage in AgreementStage.objects.all()
    ]
    missions = [
        Moment(mission.title, mission.starts_on, mission.ends_on, city=mission.origin, page=mission)
        for mission in DelegationPage.objects.live().in_locale_of(page).with_cities()
    ]
    return sorted(
        [*stages, *missions], key=lambda moment: (moment.starts_on is None, moment.starts_on or timezone.localdate())
    )


@dataclass(frozen=True)
class Figures:
    delegations: int
    institutions_met: int
    axes: int
    commitments_kept: int
    commitments: int


def figures(page: Any) -> Figures:
    """The numbers of the twinning, counted in the page's tree."""
    missions = DelegationPage.objects.live().in_locale_of(page)
    counted = DelegationCommitment.objects.filter(page__in=missions).aggregate(
        total=Count("pk"), kept=Count("pk", filter=Q(state=DelegationCommitment.State.KEPT))
    )
    return Figures(
        delegations=missions.count(),
        institutions_met=InstitutionPage.objects.filter(
            pk__in=missions.filter(stops__institution__isnull=False).values("stops__institution")
        ).count(),
        axes=CooperationAxis.objects.count(),
        commitments_kept=counted["kept"],
        commitments=counted["total"],
    )
