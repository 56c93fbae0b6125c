"""Which keys a text needs, and which of them it has."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page, Revision, TaskState

from portal.coediting.actors import actor_of
from portal.coediting.approval.keys import author_ids
from portal.coediting.approval.models import CityKey
from portal.twinning.audit import revision_digest
from portal.twinning.models import City


def cities_to_ask(page: Any) -> list[City]:
    """The city that leads the page, then its partner; the first alone for what concerns one city only."""
    if getattr(page, "concerns_one_city", False):
        return [page.lead_city]
    return sorted(City.objects.all(), key=lambda city: (city.pk != page.lead_city_id, city.name))


def missing_keys(page: Page, revision: Revision) -> list[City]:
    """The cities whose key the exact text lacks. A key counts only if its holder is still an approver of the city and
    wrote none of the text, whatever the workflow says."""
    given = CityKey.objects.filter(
        status=TaskState.STATUS_APPROVED, revision=revision, digest=revision_digest(revision)
    ).select_related("finished_by")
    authors = author_ids(page, revision)
    held = {
        key.task.specific.city.pk
        for key in given
        if key.finished_by_id not in authors
        and key.finished_by is not None
        and key.task.specific.city.slug in actor_of(key.finished_by).approves_for
    }
    return [city for city in cities_to_ask(revision.as_object()) if city.pk not in held]
