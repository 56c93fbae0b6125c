"""What a key is bound to: the exact text, and who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, Revision, TaskState, WorkflowState

from portal.coediting.policies import KeyFacts
from portal.twinning.audit import revision_digest


@dataclass(frozen=True)
class LastRead:
    """What of a page needs no key any more. What an emergency made public does: nobody else has read it."""

    revision_id: int | None
    """The text that became public with its keys; None when there is none."""
    creator_id: int | None
    """Whoever created a page of which no text had its keys yet."""


def last_read(page: Page) -> LastRead:
    emergency = page.emergency_publications.filter(settled_at=None).order_by("pk").first()
    if emergency is not None:
        revision_id = emergency.former_revision_id
        return LastRead(revision_id, None if revision_id else page.owner_id)
    return LastRead(page.live_revision_id, None if page.first_published_at else page.owner_id)


def author_ids(page: Page, revision: Revision) -> set[int | None]:
    """Whoever wrote a part of what a key would publish: all who changed the text since the one that was last read, up
    to the revision, and whoever created a page that never was. A comment makes nobody an author."""
    read = last_read(page)
    revisions = Revision.page_revisions.filter(
        object_id=str(page.pk), pk__gte=read.revision_id or 0, pk__lte=revision.pk
    )
    return authors_among(read, revisions.order_by("pk").iterator())


def authors_among(read: LastRead, revisions: Iterable[Revision]) -> set[int | None]:
    """As `author_ids`, of the page's revisions from the one that was last read on, in their order."""
    authors = {read.creator_id} - {None}
    former = None
    for saved in revisions:
        digest = revision_digest(saved)
        if saved.pk != read.revision_id and digest != former:
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
