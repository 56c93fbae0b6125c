"""What the three page types show of each other, resolved to the reader's tree in a fixed number of queries."""

from __future__ import annotations

import itertools
from typing import Any

from django.apps import apps

from news.missions import published_missions
from portal.content import registry
from portal.content.navigation import Navigation
from portal.content.registry import with_cities

RELATED_NEWS_LIMIT = 6


def attach_institutions_and_delegations(context: dict[str, Any], news_page: Any) -> None:
    """For a news item: `institutions` and `delegations` that it speaks of, those published in its own locale."""
    institutions = (
        _live("InstitutionPage", news_page)
        .counterparts_of(row.institution_id for row in news_page.related_institutions.all())
        .by_name()
    )
    delegations = (
        _live("DelegationPage", news_page)
        .counterparts_of(row.delegation_id for row in news_page.related_delegations.all())
        .latest_first()
    )
    context["institutions"] = with_cities(institutions, "side")
    context["delegations"] = with_cities(delegations, "origin", "host")


def attach_delegations_and_news(context: dict[str, Any], institution: Any) -> None:
    """For an institution: `delegations` that met it and `news` that speak of it, without anybody having typed that."""
    with_cities([institution], "side")
    delegations = _live("DelegationPage", institution).that_met(institution).latest_first()
    context["delegations"] = with_cities(delegations, "origin", "host")
    context["news"] = list(
        _live("NewsPage", institution).about_institution(institution).for_list().latest_first()[:RELATED_NEWS_LIMIT]
    )


def attach_delegation_context(context: dict[str, Any], delegation: Any) -> None:
    """For a delegation: `members`, `days` (of stops), `fundings`, `commitments`, `documents`, `news`, `axes`,
    `institutions` (those that it met), `opens_at` (the instant of its first meeting), `previous` and `next` missions.

    `members` and `stops` get `.institution_page`: the institution in the reader's own tree, or None. Stops get
    `.opens_at`: the instant at which they begin, or None.
    """
    with_cities([delegation], "origin", "host")
    members, stops = list(delegation.members.all()), list(delegation.stops.all())
    _attach_institution_pages([*members, *stops], Navigation.of(context["request"]))
    for stop in stops:
        stop.opens_at = stop.starts_at_in(delegation.host.locale.zone)
    context["members"] = members
    context["institutions"] = _institutions_met(stops)
    context["opens_at"] = min((stop.opens_at for stop in stops if stop.opens_at), default=None)
    context.update(_among_missions(delegation))
    context["days"] = [(day, list(group)) for day, group in itertools.groupby(stops, key=lambda stop: stop.day_on)]
    context["fundings"] = _with_programmes(delegation.fundings.all())
    context["commitments"] = _with_owners(delegation.commitments.all(), Navigation.of(context["request"]))
    context["documents"] = list(delegation.documents.all().select_related("document"))
    context["news"] = list(
        _live("NewsPage", delegation).about_delegation(delegation).for_list().latest_first()[:RELATED_NEWS_LIMIT]
    )


def _attach_institution_pages(rows: list[Any], navigation: Navigation) -> None:
    navigation.link_to(row.institution_id for row in rows)
    for row in rows:
        row.institution_page = navigation.page_for_reader(row.institution_id)


def _institutions_met(stops: list[Any]) -> list[Any]:
    """Each once, in the order of the programme."""
    pages = [stop.institution_page for stop in stops if stop.institution_page]
    return list({page.pk: page for page in pages}.values())


def _among_missions(delegation: Any) -> dict[str, Any]:
    """`previous` and `next` missions in order of time, and the mission's `axes`: no query."""
    missions = published_missions(delegation.portal_locale.code)
    position = next((place for place, mission in enumerate(missions) if mission.pk == delegation.pk), None)
    if position is None:
        return {"axes": list(delegation.axes.all())}
    return {
        "previous": missions[position + 1] if position + 1 < len(missions) else None,
        "next": missions[position - 1] if position else None,
        "axes": missions[position].known_axes,
    }


def _with_programmes(fundings: Any) -> list[Any]:
    rows = list(fundings)
    for row in rows:
        if row.programme_id in registry.programmes():
            row.programme = registry.programmes()[row.programme_id]
    return rows


def _with_owners(commitments: Any, navigation: Navigation) -> list[Any]:
    """With their owner, and the proof as the reader may see it: published, in the reader's own tree."""
    rows = list(commitments.select_related("proof_document"))
    navigation.link_to(row.proof_page_id for row in rows)
    for row in rows:
        row.owner = registry.cities()[row.owner_id]
        row.proof = navigation.page_for_reader(row.proof_page_id)
    return rows


def _live(model_name: str, page: Any) -> Any:
    return apps.get_model("news", model_name).objects.live().not_archived().in_locale_of(page)
