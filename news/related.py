"""What the three page types show of each other, resolved to the reader's tree in a fixed number of queries."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from django.apps import apps

RELATED_NEWS_LIMIT = 6


def attach_institutions_and_delegations(context: dict[str, Any], news_page: Any) -> None:
    """For a news item: `institutions` and `delegations` that it speaks of, those published in its own locale."""
    context["institutions"] = list(
        _live("InstitutionPage", news_page)
        .counterparts_of(row.institution_id for row in news_page.related_institutions.all())
        .select_related("side")
        .by_name()
    )
    context["delegations"] = list(
        _live("DelegationPage", news_page)
        .counterparts_of(row.delegation_id for row in news_page.related_delegations.all())
        .with_cities()
        .latest_first()
    )


def attach_delegations_and_news(context: dict[str, Any], institution: Any) -> None:
    """For an institution: `delegations` that met it and `news` that speak of it, without anybody having typed that."""
    context["delegations"] = list(
        _live("DelegationPage", institution).that_met(institution).with_cities().latest_first()
    )
    context["news"] = list(
        _live("NewsPage", institution).about_institution(institution).for_cards().latest_first()[:RELATED_NEWS_LIMIT]
    )


def attach_delegation_context(context: dict[str, Any], delegation: Any) -> None:
    """For a delegation: `members`, `days` (of stops), `fundings`, `commitments`, `documents`, `news`.

    `members` and `stops` get `.institution_page`: the institution in the delegation's own locale, or None.
    """
    members = list(delegation.members.all())
    stops = list(delegation.stops.all())
    _attach_institution_pages([*members, *stops], delegation)
    context["members"] = members
    context["days"] = [
        (day, list(group))
        for day, group in itertools.groupby(
            sorted(stops, key=lambda stop: (stop.day_on is None, stop.day_on, stop.sort_order or 0))
            if all(stop.day_on for stop in stops)
            else stops,
            key=lambda stop: stop.day_on,
        )
    ]
    context["fundings"] = list(delegation.fundings.all())
    context["commitments"] = list(delegation.commitments.all())
    context["documents"] = list(delegation.documents.all())
    context["news"] = list(
        _live("NewsPage", delegation).about_delegation(delegation).for_cards().latest_first()[:RELATED_NEWS_LIMIT]
    )


def _attach_institution_pages(rows: Iterable[Any], page: Any) -> None:
    model = apps.get_model("news", "InstitutionPage")
    wanted = {row.institution_id for row in rows if row.institution_id}
    key_of = dict(model.objects.filter(pk__in=wanted).values_list("pk", "translation_key")) if wanted else {}
    page_of = (
        {found.translation_key: found for found in _live("InstitutionPage", page).counterparts_of(wanted)}
        if wanted
        else {}
    )
    for row in rows:
        row.institution_page = page_of.get(key_of.get(row.institution_id))


def _live(model_name: str, page: Any) -> Any:
    return apps.get_model("news", model_name).objects.live().in_locale_of(page)
