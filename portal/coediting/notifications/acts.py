"""Which act tells whom: the receivers of Wagtail's signals and of the portal's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import PageLogEntry, PageSubscription, Revision, TaskState, WorkflowState

from portal.coediting.approval.keys import author_ids
from portal.coediting.awaited import holders_of
from portal.coediting.notifications.models import Kind, Notification
from portal.coediting.notifications.recording import current_actor, tell
from portal.localization.changed_passages import changed_passages
from portal.twinning.models import City

PUBLICATIONS = ("wagtail.publish", "wagtail.publish.scheduled")
NAMED = re.compile(r"(?<![\w@.+-])@([\w.+-]+)")
"""@ and a user name, in a comment."""


def tell_of_submission(sender: Any, instance: Any, user: Any = None, **kwargs: Any) -> None:
    """The approvers of the city whose key is awaited, but for whoever wrote the text and may not hold it."""
    page = _source_of(instance)
    if page is not None:
        people = holders_of(instance.task).exclude(pk__in=author_ids(page, instance.revision) - {None})
        tell(people, Kind.SUBMITTED, page, actor=user, **_of_key(instance, page))


def tell_of_key(sender: Any, instance: Any, user: Any = None, **kwargs: Any) -> None:
    """The authors; the last key publishes, and they are told of that instead."""
    page = _source_of(instance)
    if page is not None and instance.workflow_state.status != WorkflowState.STATUS_APPROVED:
        tell(_authors(instance), Kind.KEY_GIVEN, page, actor=user, **_of_key(instance, page))


def tell_of_refusal(sender: Any, instance: Any, user: Any = None, **kwargs: Any) -> None:
    page = _source_of(instance)
    if page is not None:
        facts = _of_key(instance, page)
        tell(_authors(instance), Kind.REFUSED, page, actor=user, comment=instance.get_comment(), **facts)


def tell_of_publication(sender: Any, instance: Any, revision: Any = None, **kwargs: Any) -> None:
    """Whoever wrote the page, and whoever gave a key to it; for a variant, whoever wrote its source."""
    if not getattr(instance, "lead_city_id", None) or not instance.live:
        return
    written = _live_revision_of_source(instance) if instance.is_variant else revision
    if written is None:
        return
    facts = {"revision": revision, "former_revision": None if instance.is_variant else _former_publication(revision)}
    tell(_writers_of(written), Kind.PUBLISHED, instance, actor=current_actor() or _last_holder(revision), **facts)


def tell_of_variant(sender: Any, variant: Any, source: Any, **kwargs: Any) -> None:
    """The reviewers of the variant's city, once for each published text that leaves them something to read."""
    if not changed_passages(variant):
        return
    kind = Kind.VARIANT_LATE if variant.live else Kind.VARIANT_TO_REVIEW
    city = City.objects.get(locale_code=variant.locale.language_code)
    told = Notification.objects.filter(kind=kind, page=variant)
    known = set(told.filter(revision=source.live_revision_id).values_list("recipient_id", flat=True))
    known |= set(told.waiting().values_list("recipient_id", flat=True))
    people = _members(city.reviewers_id).exclude(pk__in=known)
    tell(people, kind, variant, revision_id=source.live_revision_id, city=city)


def tell_of_comment(sender: Any, instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """Whom a comment names, who follows the page's comments, and who wrote in the thread that it answers."""
    if not created or raw:
        return
    comment = getattr(instance, "comment", instance)
    names = set(NAMED.findall(instance.text)) | {name.rstrip(".") for name in NAMED.findall(instance.text)}
    concerned = Q(username__in=names) | Q(pk__in=_followers(comment.page))
    if comment is not instance:
        thread = {comment.user_id, *comment.replies.values_list("user_id", flat=True)}
        concerned |= Q(pk__in=thread)
    people = get_user_model().objects.filter(concerned)
    tell(people, Kind.MENTIONED, comment.page, actor=instance.user, comment=instance.text)


def _source_of(state: TaskState) -> Any:
    """The page that a step of a workflow is about; None for whatever is no page of the portal."""
    page = state.workflow_state.content_object
    page = getattr(page, "specific", page)
    return page if getattr(page, "lead_city_id", None) else None


def _of_key(state: TaskState, page: Any) -> dict[str, Any]:
    former = page.live_revision if page.live else None
    return {"revision": state.revision, "former_revision": former, "city": state.task.specific.city}


def _authors(state: TaskState) -> Any:
    """Who asked for the publication and who wrote the text."""
    return _people({state.workflow_state.requested_by_id, state.revision.user_id})


def _writers_of(revision: Revision) -> Any:
    states = TaskState.objects.filter(revision=revision)
    asked = states.values_list("workflow_state__requested_by_id", flat=True)
    gave = states.filter(status=TaskState.STATUS_APPROVED).values_list("finished_by_id", flat=True)
    return _people({revision.user_id, *asked, *gave})


def _last_holder(revision: Any) -> Any:
    """Whose key published a text, which is the act of that person whatever screen or command it came from."""
    keys = TaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED)
    last = keys.order_by("finished_at").select_related("finished_by").last()
    return last.finished_by if last else None


def _people(pks: Iterable[int | None]) -> Any:
    return get_user_model().objects.filter(pk__in=[pk for pk in pks if pk])


def _members(group_id: int | None) -> Any:
    return get_user_model().objects.filter(groups=group_id) if group_id else get_user_model().objects.none()


def _followers(page: Any) -> Any:
    return PageSubscription.objects.filter(page=page, comment_notifications=True).values_list("user_id", flat=True)


def _live_revision_of_source(variant: Any) -> Revision | None:
    source = variant.get_translations().filter(live=True).first()
    return source.live_revision if source else None


def _former_publication(revision: Revision) -> Revision | None:
    """What was public before a revision was: the log of a publication is written after its signal."""
    entries = PageLogEntry.objects.filter(page_id=int(revision.object_id), action__in=PUBLICATIONS)
    entry = entries.exclude(revision=None).exclude(revision=revision).order_by("-timestamp", "-pk").first()
    return entry.revision if entry else None
