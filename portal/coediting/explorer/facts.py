"""What the explorer's columns say of each page: asked for a whole list at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import WorkflowState

from portal.coediting.awaited import city_names_by_task
from portal.localization.standing import Standing, standings
from portal.twinning.models import City

NOTHING = "–"


@dataclass(frozen=True)
class ExplorerFacts:
    """The cells of one row, in words."""

    city: str
    axes: str
    state: str
    variant: str


def attach_facts(pages: Sequence[Any]) -> None:
    """Gives each specific page its `explorer_facts`: a number of queries that does not grow with the list."""
    cities = {city.pk: city for city in City.objects.all()}
    waiting = city_names_by_task()
    axes = _axes(pages)
    variants = standings({page.translation_key for page in pages})
    for page in pages:
        city = cities.get(getattr(page, "lead_city_id", 0))
        if city is not None:
            page.lead_city = city  # the rights to each row ask for it
        page.explorer_facts = ExplorerFacts(
            city=city.name if city else NOTHING,
            axes=", ".join(axes[page.pk]) or NOTHING,
            state=state_of(page, waiting),
            variant=_variant(variants.get(page.translation_key)),
        )


def state_of(page: Any, waiting: dict[int, str]) -> str:
    """Where a page stands; `waiting` names the city whose key each task awaits."""
    if getattr(page, "archived_at", None):
        return "archivée"
    workflow = page.current_workflow_state
    if workflow is not None and workflow.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return "renvoyée"
    if workflow is not None:
        step = workflow.current_task_state
        city = waiting.get(step.task_id) if step else None
        return f"attend la clé de {city}" if city else "soumise"
    if page.approved_schedule:
        return "programmée"
    if not page.live:
        return "brouillon"
    return "publiée, brouillon en cours" if page.has_unpublished_changes else "publiée"


def _variant(standing: Standing | None) -> str:
    return str(standing.label) if standing else NOTHING


def _axes(pages: Iterable[Any]) -> dict[int, list[str]]:
    """Names of the axes of each page: one query for each type of page that has axes."""
    by_model: dict[Any, list[int]] = defaultdict(list)
    for page in pages:
        if any(field.name == "axes" for field in page._meta.many_to_many):
            by_model[type(page)].append(page.pk)
    names: dict[int, list[str]] = defaultdict(list)
    for model, pks in by_model.items():
        rows = model.objects.filter(pk__in=pks, axes__isnull=False).order_by("axes__sort_order", "axes__name")
        for pk, name in rows.values_list("pk", "axes__name"):
            names[pk].append(name)
    return names
