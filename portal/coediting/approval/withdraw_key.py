"""One verb: a city takes its key back before the page is published."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from portal.coediting.actors import actor_of
from portal.coediting.policies import refuse_to_withdraw_key
from portal.twinning.audit import record


class WithdrawKeyAction:
    """The page waits for the key again; the other city's waits with it."""

    def __init__(self, key: Any, user: Any, *, comment: str = "") -> None:
        self.key = key
        self.user = user
        self.comment = comment

    def check(self) -> None:
        """Raises PermissionDenied, with the reason in French."""
        is_pending = (
            self.key.status == TaskState.STATUS_APPROVED
            and self.key.workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
        )
        city = self.key.task.specific.city.slug
        if reason := refuse_to_withdraw_key(actor_of(self.user), city, is_pending=is_pending):
            raise PermissionDenied(reason)

    @transaction.atomic
    def execute(self) -> None:
        page_id = self.key.workflow_state.object_id
        Page.objects.select_for_update().get(pk=page_id)
        self.key = type(self.key).objects.select_related("workflow_state").get(pk=self.key.pk)
        self.check()
        self.key.status = TaskState.STATUS_CANCELLED
        self.key.finished_at = timezone.now()
        self.key.comment = self.comment
        self.key.save(update_fields=["status", "finished_at", "comment"])
        record(
            "coediting.withdraw_key",
            Page.objects.get(pk=page_id).specific,
            user=self.user,
            city=self.key.task.specific.city,
            revision=self.key.revision,
            reason=self.comment,
        )
        waiting = self.key.workflow_state.current_task_state
        waiting.specific.cancel(user=self.user)
