"""The missions of the twinning, as several pages need them at once: kept."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.apps import apps

from portal.content import registry
from portal.content.kept import kept


def published_missions(code: str) -> list[Any]:
    """Those of a tree, latest first, with their cities and `known_axes`. Kept: not to be changed."""
    return kept(f"missions_{code}", lambda: _build(code))


def _build(code: str) -> list[Any]:
    model = apps.get_model("news", "DelegationPage")
    found = model.objects.live().filter(locale__language_code=code).select_related("locale").latest_first()
    missions = list(registry.with_cities(found, "origin", "host"))
    axes = registry.axes()
    numbers: dict[int, list[int]] = defaultdict(list)
    through = model.axes.through.objects.filter(delegationpage__in=[mission.pk for mission in missions])
    for page_id, axis_id in through.values_list("delegationpage_id", "cooperationaxis_id"):
        numbers[page_id].append(axis_id)
    for mission in missions:
        mission.known_axes = [axis for pk, axis in axes.items() if pk in numbers[mission.pk]]
    return missions
