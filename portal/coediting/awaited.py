"""Which city's key a step of a workflow waits for, and who may give it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import BigIntegerField, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page, Revision

from portal.coediting.approval.models import CityApprovalTask


def holders_of(task: Any) -> Any:
    """The people of the group that may give the key of a step."""
    return get_user_model().objects.filter(groups=task.specific.city.approvers_id)


def waits_for(slugs: Collection[str]) -> Q:
    """Of task states: those that stand for the key of one of the cities."""
    return Q(task__cityapprovaltask__city__slug__in=slugs)


def written_by(user: Any) -> Exists:
    """Of task states: whether a person wrote a part of the text, as `author_ids` says it of one page."""
    page = Page.objects.filter(pk=Cast(OuterRef("object_id"), BigIntegerField()))
    live = Coalesce(Subquery(page.values("live_revision_id")), 0)
    return Exists(
        Revision.page_revisions.filter(
            object_id=OuterRef("workflow_state__object_id"), user=user, pk__lte=OuterRef("revision_id"), pk__gt=live
        )
    )


def city_names_by_task() -> dict[int, str]:
    """Names of the cities by the ids of their tasks: one query."""
    return dict(CityApprovalTask.objects.values_list("task_ptr_id", "city__name"))
