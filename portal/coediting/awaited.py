"""Which city's key a step of a workflow waits for, and who may give it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page, Revision

from portal.coediting.approval.keys import LastRead, authors_among
from portal.coediting.approval.models import CityApprovalTask, EmergencyPublication


def holders_of(task: Any) -> Any:
    """The people of the group that may give the key of a step."""
    return get_user_model().objects.filter(groups=task.specific.city.approvers_id)


def waits_for(slugs: Collection[str]) -> Q:
    """Of task states: those that stand for the key of one of the cities."""
    return Q(task__cityapprovaltask__city__slug__in=slugs)


def awaited_by(user: Any, states: Any) -> list[dict[str, Any]]:
    """Of awaited task states, those whose text a person wrote no part of, as `author_ids` says it of one page: `pk`,
    `page_id` and `started_at`, in their order. Two queries, whatever their number."""
    page = _pages(OuterRef("workflow_state__object_id"))
    facts = ("read_id", "creator_id")
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
    since = Q(pk__in=[])
    for key, row in doubtful.items():
        since |= Q(object_id=str(key), pk__gte=row["read_id"] or 0, pk__lte=row["revision_id"])
    saved = Revision.page_revisions.filter(since).order_by("object_id", "pk")
    for object_id, revisions in groupby(saved.iterator(), key=attrgetter("object_id")):
        row = doubtful[int(object_id)]
        if user.pk in authors_among(LastRead(row["read_id"], row["creator_id"]), revisions):
            own.add(row["page_id"])
    return own


def _saved_by(user: Any) -> Q:
    """Of task states: whether a person saved the page since it was last read, were it for a comment, or created it."""
    read = Coalesce(Subquery(_pages(OuterRef("object_id")).values("read_id")), 0)
    saved = Revision.page_revisions.filter(
        object_id=OuterRef("workflow_state__object_id"), user=user, pk__lte=OuterRef("revision_id"), pk__gt=read
    )
    return Q(Exists(saved)) | Q(Exists(_pages(OuterRef("workflow_state__object_id")).filter(creator_id=user.pk)))


def _pages(object_id: OuterRef) -> Any:
    """The page of a task state, with `read_id` and `creator_id` as `last_read` says them."""
    emergencies = EmergencyPublication.objects.filter(page=OuterRef("pk"), settled_at=None).order_by("pk")
    former = Subquery(emergencies.values("former_revision")[:1])
    return (
        Page.objects.filter(pk=Cast(object_id, BigIntegerField()))
        .annotate(
            read_id=Case(
                When(Exists(emergencies), then=former), default=F("live_revision"), output_field=BigIntegerField()
            ),
            is_first=Case(
                When(Exists(emergencies), then=Case(When(read_id=None, then=True), default=False)),
                default=Case(When(first_published_at=None, then=True), default=False),
            ),
        )
        .annotate(creator_id=Case(When(is_first=True, then=F("owner")), output_field=BigIntegerField()))
    )


def city_names_by_task() -> dict[int, str]:
    """Names of the cities by the ids of their tasks: one query."""
    return dict(CityApprovalTask.objects.values_list("task_ptr_id", "city__name"))
