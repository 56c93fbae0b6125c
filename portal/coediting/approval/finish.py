"""What Wagtail calls when the last key of a page was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.models import WorkflowState


def publish_approved_revision(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publishes exactly the revision that the keys were given to, where Wagtail's own action takes the latest one; or
    lets it wait for its variant, when both are to go public at one instant."""
    # Wagtail imports this module while it builds its own models: what needs them is imported later.
    from portal.coediting.approval.publication import PublishApprovedAction
    from portal.localization.release import await_variant

    revision = workflow_state.current_task_state.revision
    action = PublishApprovedAction(workflow_state.content_object.specific, revision, user)
    if revision.as_object().released_together:
        action.check()
        await_variant(revision)
    else:
        action.execute()
