"""What the cooperation page gathers: axes with what happens on each, agreements, calls, balance, next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from home.reciprocity import promises, reciprocity
from news.missions import published_missions
from news.models import DelegationPage, InstitutionPage, NewsPage
from portal.content import registry
from portal.content.kept import kept
from portal.content.links import linked_page_ids
from portal.content.navigation import Navigation
from portal.twinning.models import CallForProjects, CooperationAxis, FundingProgramme

NEXT_STEPS = 3
COUNTED = {"delegations": DelegationPage, "news": NewsPage, "institutions": InstitutionPage}


@dataclass(frozen=True)
class ProgrammeCalls:
    """A programme with its calls, those that closed apart."""

    programme: FundingProgramme
    current: list[CallForProjects]
    closed: list[CallForProjects]


def cooperation_context(page: Any, request: Any) -> dict[str, Any]:
    """`axes`, each with `number_of_delegations`, `…_news`, `…_institutions`; `agreements`; `programmes` with their
    calls; `balance` and `promises`; `next_missions` and `next_steps` (missions that say what follows)."""
    missions = published_missions(page.portal_locale.code)
    telling = [mission for mission in missions if mission.next_steps][:NEXT_STEPS]
    navigation = Navigation.of(request)
    for mission in telling:
        navigation.link_to(linked_page_ids(mission))
    return {
        "axes": axes_with_numbers(page),
        "agreements": registry.agreements(),
        "programmes": [_with_calls(programme) for programme in registry.programmes().values()],
        "balance": reciprocity(missions),
        "promises": promises(missions),
        "next_missions": [mission for mission in reversed(missions) if mission.status != DelegationPage.Status.OVER],
        "next_steps": telling,
    }


def axes_with_numbers(page: Any) -> list[CooperationAxis]:
    """The axes, each with how many published pages of the tree of a page are about it: one query. Kept: not to be
    changed."""
    numbers = {f"number_of_{name}": _number_of(model, page) for name, model in COUNTED.items()}
    return kept(f"axes_of_{page.locale_id}", lambda: list(CooperationAxis.objects.annotate(**numbers)))


def _number_of(model: Any, page: Any) -> Any:
    about = model.objects.live().not_archived().in_locale_of(page).filter(axes=OuterRef("pk")).order_by().values("axes")
    return Coalesce(Subquery(about.annotate(number=Count("pk")).values("number")), 0)


def _with_calls(programme: FundingProgramme) -> ProgrammeCalls:
    calls = list(programme.calls.all())
    return ProgrammeCalls(
        programme=programme,
        current=[call for call in calls if call.status != CallForProjects.Status.CLOSED],
        closed=[call for call in calls if call.status == CallForProjects.Status.CLOSED],
    )
