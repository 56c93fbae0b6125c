"""The acts that people are told of, as the portal's screens do them."""

from __future__ import annotations

from typing import Any

from portal.coediting.models import Notification
from tests import factories


def submit(page: Any, user: Any) -> Any:
    """The page asks for its keys; the step that waits for the first."""
    with factories.background_tasks():
        state = page.get_workflow().start(page, user)
    return state.current_task_state.specific


def give_key(step: Any, user: Any) -> Any:
    with factories.background_tasks():
        step.approve(user=user)
    step.workflow_state.refresh_from_db()
    return step.workflow_state.current_task_state.specific


def refuse(step: Any, user: Any, comment: str = "") -> None:
    with factories.background_tasks():
        step.reject(user=user, comment=comment)


def written_by(page: Any, user: Any, **changes: Any) -> Any:
    """A new text of the page, saved by somebody."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(user=user)
    return page


def told(**conditions: Any) -> dict[str, set[str]]:
    """Kinds of events, and the names of whom they were told."""
    found: dict[str, set[str]] = {}
    for row in Notification.objects.filter(**conditions).select_related("recipient"):
        found.setdefault(row.kind, set()).add(row.recipient.username)
    return found


def readable(message: Any) -> str:
    """The text of an e-mail, its lines joined."""
    return " ".join(message.body.split())


def awaited_task(page: Any) -> tuple[Any, Any]:
    """The workflow of a tree, and the first step at which its pages wait."""
    workflow = page.get_workflow()
    return workflow, workflow.tasks.first()
