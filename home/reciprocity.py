"""The reciprocity of the twinning: what each city did for the other, counted over the published missions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from news.models import DelegationCommitment, DelegationFunding, DelegationMember, DelegationPage, DelegationStop
from portal.content import registry
from portal.twinning.models import City


@dataclass(frozen=True)
class Share:
    """What one city counts for in a line of the balance. `width` is in hundredths of the longest bar."""

    city: City
    value: Any
    width: float


@dataclass(frozen=True)
class Line:
    """One line of a balance. `measure` names what is counted; sums of money have a `currency`."""

    measure: str
    shares: list[Share]
    currency: str = ""


def reciprocity(missions: Iterable[Any]) -> list[Line]:
    """`missions` sent, `days` spent, `people` who went, `institutions` met there, `money` brought: three queries.

    Missions still to come do not count. A city counts for the missions that it sent, and for the part of the sums that
    it bears itself.
    """
    by_pk = {mission.pk: mission for mission in missions if mission.status != DelegationPage.Status.UPCOMING}
    counts: dict[str, dict[int, Any]] = {
        "missions": _count((mission.origin_id, mission.pk) for mission in by_pk.values()),
        "days": _sum((mission.origin_id, (mission.ends_on - mission.starts_on).days + 1) for mission in by_pk.values()),
        "people": _count(_rows_of(DelegationMember, by_pk, "name")),
        "institutions": _count(_rows_of(DelegationStop, by_pk, "institution__translation_key")),
    }
    lines = [_line(measure, values) for measure, values in counts.items() if any(values.values())]
    return [*lines, *(_line("money", values, currency) for currency, values in sorted(_money(by_pk).items()))]


def promises(missions: Iterable[Any]) -> list[Line]:
    """How many commitments of each city are `open`, `late`, `kept` and `dropped`: one query. None, no line."""
    rows = DelegationCommitment.objects.filter(page__in=[mission.pk for mission in missions])
    counts: dict[str, Counter[int]] = {measure: Counter() for measure in ("open", "late", "kept", "dropped")}
    for row in rows.only("owner_id", "state", "due_on"):
        row.owner = registry.cities()[row.owner_id]
        counts[_standing(row)][row.owner_id] += 1
    return [_line(measure, values) for measure, values in counts.items()] if any(counts.values()) else []


def _standing(commitment: DelegationCommitment) -> str:
    if commitment.is_late:
        return "late"
    return commitment.state if commitment.state in ("kept", "dropped") else "open"


def _rows_of(model: Any, missions: dict[int, Any], name: str) -> Iterable[tuple[int, Any]]:
    """The city that sent the mission, and the value of a field, for each row of some missions that has one."""
    rows = model.objects.filter(page__in=missions.keys()).exclude(**{name: None})
    for page_id, value in rows.values_list("page_id", name):
        yield missions[page_id].origin_id, value


def _count(pairs: Iterable[tuple[int, Any]]) -> dict[int, int]:
    """How many different values each city has."""
    values: dict[int, set[Any]] = defaultdict(set)
    for city_id, value in pairs:
        values[city_id].add(value)
    return {city_id: len(found) for city_id, found in values.items()}


def _sum(pairs: Iterable[tuple[int, Any]]) -> dict[int, Any]:
    sums: dict[int, Any] = defaultdict(int)
    for city_id, value in pairs:
        sums[city_id] += value
    return sums


def _money(missions: dict[int, Any]) -> dict[str, dict[int, Decimal]]:
    """By currency, never converted: what each city bears of the sums whose shares are known."""
    sums: dict[str, dict[int, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row in DelegationFunding.objects.filter(page__in=missions.keys(), amount__isnull=False):
        mission = missions[row.page_id]
        for city_id, percent in (
            (mission.origin_id, row.origin_share_percent),
            (mission.host_id, row.host_share_percent),
        ):
            if percent:
                sums[row.currency][city_id] += (row.amount or Decimal()) * percent / 100
    return sums


def _line(measure: str, values: Mapping[int, Any], currency: str = "") -> Line:
    longest = max(values.values(), default=0) or 1
    shares = [
        Share(city, values.get(pk, 0), round(float(values.get(pk, 0) / longest * 100), 1))
        for pk, city in registry.cities().items()
    ]
    return Line(measure, shares, currency)
