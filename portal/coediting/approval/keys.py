"""What a key is bound to: the exact text, and who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page, Revision, TaskState, WorkflowState

from portal.coediting.policies import KeyFacts
from portal.twinning.audit import revision_digest


def author_ids(page: Page, revision: Revision) -> set[int | None]:
    """Whoever wrote a part of what a key would publish: all who changed the text since the one that is public now, up
    to the revision, and whoever created a page that was never public. A comment makes nobody an author."""
    revisions = Revision.page_revisions.filter(object_id=str(page.pk), pk__lte=revision.pk).order_by("pk")
    if page.live_revision_id:
        revisions = revisions.filter(pk__gte=page.live_revision_id)
    return authors_among(page, revisions.iterator())


def authors_among(page: Page, revisions: Iterable[Revision]) -> set[int | None]:
    """As `author_ids`, of the page's revisions from the public one on, in their order."""
    authors = set() if page.first_published_at else {page.owner_id}
    former = None
    for saved in revisions:
        digest = revision_digest(saved)
        if saved.pk != page.live_revision_id and digest != former:
            authors.add(saved.user_id)
        former = digest
    return authors


def key_facts(key: Any, page: Page, digest: str | None = None) -> KeyFacts:
    """What the policies may know of a page's key. `digest` is that of the text that the person has read; without one,
    they are taken to read the text that the key is bound to."""
    state = key.workflow_state
    latest = page.get_latest_revision()
    return KeyFacts(
        city=key.task.specific.city.slug,
        author_ids=author_ids(page, key.revision),
        is_awaited=(
            key.status == TaskState.STATUS_IN_PROGRESS
            and state.status == WorkflowState.STATUS_IN_PROGRESS
            and state.current_task_state_id == key.pk
        ),
        is_current=(
            latest is not None
            and key.revision_id == latest.pk
            and key.digest == revision_digest(latest)
            and digest in (None, key.digest)
        ),
    )
