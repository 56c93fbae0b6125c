"""What an edit does to the keys: they fall with the text that they were bound to."""

from __future__ import annotations

from typing import Any

from wagtail.models import Revision, TaskState, WorkflowState

from portal.coediting.approval.models import CityKey
from portal.twinning.audit import record, revision_digest

FALLEN = "La clé est tombée : la page a changé après elle."


def follow_edit(page: Any, revision: Revision) -> None:
    """Called with each revision of a source page, inside its transaction. A text that waits for keys waits for them
    anew; one whose words did not change keeps those it has."""
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
        return
    waiting = CityKey.objects.filter(pk=state.current_task_state_id).first()
    if waiting is None:
        return
    digest = revision_digest(revision)
    if waiting.digest == digest:
        _bind(state, digest, revision)
    elif state.workflow_id != page.get_workflow().pk:
        _start_again(page, state, revision)
    elif drop_keys(page, state, revision):
        waiting.cancel(user=revision.user, comment=FALLEN)
    else:
        CityKey.objects.filter(pk=waiting.pk).update(revision=revision, digest=digest)


def _bind(state: WorkflowState, digest: str, revision: Revision) -> None:
    """The same text under a new number: a comment was written."""
    keys = CityKey.objects.filter(workflow_state=state, digest=digest)
    TaskState.objects.filter(pk__in=keys.values("pk")).update(revision=revision)


def _start_again(page: Any, state: WorkflowState, revision: Revision) -> None:
    """The page now concerns one city only, or both: it waits for other keys."""
    drop_keys(page, state, revision)
    state.cancel(user=revision.user)
    page.get_workflow().start(page, state.requested_by)


def drop_keys(page: Any, state: WorkflowState, revision: Revision) -> int:
    """How many given keys of a submission fell."""
    given = list(CityKey.objects.filter(workflow_state=state, status=TaskState.STATUS_APPROVED))
    for key in given:
        key.status = TaskState.STATUS_CANCELLED
        key.comment = FALLEN
        key.save(update_fields=["status", "comment"])
        city = key.task.specific.city
        record("coediting.drop_key", page, user=revision.user, city=city, revision=key.revision)
    return len(given)
