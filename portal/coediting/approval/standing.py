"""Where a source page stands, in words: who has done what, and who is awaited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page, TaskState, WorkflowState

from portal.coediting.approval.models import CityKey, EmergencyPublication
from portal.localization.models import AwaitedRelease
from portal.twinning.models import City


@dataclass(frozen=True)
class Standing:
    """`given` are the keys that the waiting text holds; `awaited` is the one that it waits for, `sent_back` the one
    that came back with a comment. `emergency` is what was published without keys and has not got them yet. A text that
    `awaits_variant` holds its keys and goes public with its variant."""

    is_live: bool
    has_draft: bool
    given: list[Any] = field(default_factory=list)
    awaited: Any = None
    sent_back: Any = None
    emergency: EmergencyPublication | None = None
    awaits_variant: bool = False
    waits_next: list[City] = field(default_factory=list)

    @property
    def city(self) -> City | None:
        """The city whose approvers the page waits for."""
        return self.awaited.task.specific.city if self.awaited else None


def standing_of(page: Any) -> Standing:
    """Reads the workflow of a source page; the same few queries whatever its history."""
    state: WorkflowState | None = page.current_workflow_state
    current = CityKey.objects.filter(pk=state.current_task_state_id).first() if state else None
    given = _given(state, page) if state else []
    is_waiting = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    return Standing(
        is_live=page.live,
        has_draft=page.has_unpublished_changes or not page.live,
        given=given,
        awaited=current if is_waiting else None,
        sent_back=current if current and not is_waiting else None,
        emergency=_emergency(page),
        awaits_variant=AwaitedRelease.objects.filter(page_id=page.pk).exists(),
        waits_next=_next_cities(state, current, given) if state and current and is_waiting else [],
    )


def _given(state: WorkflowState, page: Page) -> list[CityKey]:
    return list(
        CityKey.objects.filter(
            workflow_state=state, status=TaskState.STATUS_APPROVED, revision_id=page.latest_revision_id
        )
        .select_related("task", "finished_by")
        .order_by("finished_at")
    )


def _emergency(page: Page) -> EmergencyPublication | None:
    unsettled = EmergencyPublication.objects.filter(page_id=page.pk, settled_at=None)
    return unsettled.select_related("published_by").first()


def _next_cities(state: WorkflowState, current: CityKey, given: list[CityKey]) -> list[City]:
    done = {current.task_id, *(key.task_id for key in given)}
    return list(
        City.objects.filter(approval_tasks__workflow_tasks__workflow=state.workflow)
        .exclude(approval_tasks__in=done)
        .distinct()
    )
