"""From Django's users and pages to what the policies know of them."""

from __future__ import annotations

from typing import Any

from portal import locales
from portal.coediting.policies import Actor, PageFacts
from portal.coediting.role_table import ADMINISTRATION
from portal.twinning.models import City

CACHE_NAME = "_portal_actor"
HOME_DEPTH = 2
"""Of the first page of each tree, below Wagtail's root."""


def actor_of(user: Any) -> Actor:
    """What the policies may know of a user; kept on the user object for the length of a request."""
    if user.is_anonymous or not user.is_active:
        return Actor()
    if not hasattr(user, CACHE_NAME):
        groups = dict(user.groups.values_list("pk", "name"))
        cities = list(City.objects.all()) if groups else []
        setattr(
            user,
            CACHE_NAME,
            Actor(
                user_id=user.pk,
                is_administrator=user.is_superuser or ADMINISTRATION.label in groups.values(),
                edits_for=frozenset(city.slug for city in cities if city.editors_id in groups),
                approves_for=frozenset(city.slug for city in cities if city.approvers_id in groups),
            ),
        )
    actor: Actor = getattr(user, CACHE_NAME)
    return actor


def page_facts(page: Any) -> PageFacts:
    """What the policies may know of a specific page; a page that no city leads has two empty answers."""
    locale = locales.by_code(page.locale.language_code)
    lead_city = getattr(page, "lead_city", None)
    return PageFacts(
        lead_city=lead_city.slug if lead_city else None,
        city=locale.city_slug if locale else None,
        is_archived=getattr(page, "archived_at", None) is not None,
        is_home=page.depth == HOME_DEPTH,
        was_published=page.first_published_at is not None,
    )
