"""Which city's key a step of a workflow waits for, and who may give it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import BigIntegerField, Case, Exists, OuterRef, Q, Subquery, When
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page, Revision

from portal.coediting.approval.keys import authors_among
from portal.coediting.approval.models import CityApprovalTask


def holders_of(task: Any) -> Any:
    """The people of the group that may give the key of a step."""
    return get_user_model().objects.filter(groups=task.specific.city.approvers_id)


def waits_for(slugs: Collection[str]) -> Q:
    """Of task states: those that stand for the key of one of the cities."""
    return Q(task__cityapprovaltask__city__slug__in=slugs)


def awaited_by(user: Any, states: Any) -> list[dict[str, Any]]:
    """Of awaited task states, those whose text a person wrote no part of, as `author_ids` says it of one page: `pk`,
    `page_id` and `started_at`, in their order. Two queries, whatever their number."""
    page = Page.objects.filter(pk=Cast(OuterRef("workflow_state__object_id"), BigIntegerField()))
    facts = ("live_revision_id", "first_published_at", "owner_id")
    rows = list(
        states.annotate(
            page_id=Cast("workflow_state__object_id", BigIntegerField()),
            is_doubtful=Case(When(_saved_by(user), then=True), default=False),
            **{name: Subquery(page.values(name)) for name in facts},
        ).values("pk", "page_id", "started_at", "revision_id", "is_doubtful", *facts)
    )
    own = _own_words(user, {row["page_id"]: row for row in rows if row["is_doubtful"]})
    return [row for row in rows if row["page_id"] not in own]


def _own_words(user: Any, doubtful: dict[int, dict[str, Any]]) -> set[int]:
    """The pages of which a person wrote a part: no column says whether a revision is more than a comment, so the texts
    are read."""
    own = set()
    saved = Revision.page_revisions.filter(object_id__in=[str(key) for key in doubtful]).order_by("object_id", "pk")
    for object_id, revisions in groupby(saved.iterator(), key=attrgetter("object_id")):
        row = doubtful[int(object_id)]
        page = Page(**{name: row[name] for name in ("live_revision_id", "first_published_at", "owner_id")})
        between = (one for one in revisions if (row["live_revision_id"] or 0) <= one.pk <= row["revision_id"])
        if user.pk in authors_among(page, between):
            own.add(row["page_id"])
    return own


def _saved_by(user: Any) -> Q:
    """Of task states: whether a person saved the page since it is public, were it for a comment, or created it."""
    page = Page.objects.filter(pk=Cast(OuterRef("object_id"), BigIntegerField()))
    live = Coalesce(Subquery(page.values("live_revision_id")), 0)
    created = Page.objects.filter(
        pk=Cast(OuterRef("workflow_state__object_id"), BigIntegerField()), owner=user, first_published_at=None
    )
    saved = Revision.page_revisions.filter(
        object_id=OuterRef("workflow_state__object_id"), user=user, pk__lte=OuterRef("revision_id"), pk__gt=live
    )
    return Q(Exists(saved)) | Q(Exists(created))


def city_names_by_task() -> dict[int, str]:
    """Names of the cities by the ids of their tasks: one query."""
    return dict(CityApprovalTask.objects.values_list("task_ptr_id", "city__name"))
