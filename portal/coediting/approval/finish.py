"""What Wagtail calls when the last key of a page was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.models import WorkflowState


def publish_approved_revision(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publishes exactly the revision that the keys were given to, where Wagtail's own action takes the latest one."""
    # Wagtail imports this module while it builds its own models: the action, which needs them, is imported later.
    from portal.coediting.approval.publication import PublishApprovedAction

    page = workflow_state.content_object.specific
    PublishApprovedAction(page, workflow_state.current_task_state.revision, user).execute()
