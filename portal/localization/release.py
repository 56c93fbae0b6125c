"""Source and variant that go public at one instant: the approved source waits until its variant is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from portal.localization.models import AwaitedRelease
from portal.localization.permissions import refuse_to_review
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction, VariantNotReady
from portal.localization.readiness import lock_pair, refuse_unread
from portal.localization.tasks import prepare_variant_task
from portal.twinning.audit import record, revision_digest

NOT_AWAITED = "Aucune version d’origine n’attend cette variante. Publiez la variante seule."
NOT_YET = "La version d’origine est programmée pour le {date}. Les deux pourront paraître à partir de là."

Publisher = Callable[[Any, Revision, Any], None]
"""Publishes an approved revision of a source page in the name of a user, and raises when it may not be."""


def _publish_revision(page: Any, revision: Revision, user: Any) -> None:
    revision.publish(user=user, skip_permission_checks=True)


class _Publishers:
    """How a source goes public: as whoever approves sources says."""

    source: Publisher = staticmethod(_publish_revision)


def publish_sources_with(publisher: Publisher) -> None:
    """Lets the keys be asked again when the waiting revision goes public."""
    _Publishers.source = staticmethod(publisher)


@transaction.atomic
def await_variant(revision: Revision) -> AwaitedRelease:
    """Lets an approved revision of a source wait for its variant instead of publishing it.

    The variant is prepared from this very revision, in the background. Nothing becomes public.
    """
    page = Page.objects.select_for_update().get(pk=revision.object_id)
    awaited, _ = AwaitedRelease.objects.update_or_create(
        page=page, defaults={"revision": revision, "digest": revision_digest(revision)}
    )
    record("localization.await_variant", page.specific, user=revision.user, revision=revision)
    transaction.on_commit(partial(prepare_variant_task.enqueue, page.pk))
    return awaited


@transaction.atomic
def cancel_release(page: Any, reason: str = "") -> bool:
    """Ends the waiting: the approved text is no longer the one that is wanted. False when nothing waited.

    The variant is prepared again from what is public, if anything is, before anybody can read it.
    """
    locked = Page.objects.select_for_update().get(pk=page.pk)
    if not AwaitedRelease.objects.filter(page_id=page.pk).delete()[0]:
        return False
    record("localization.cancel_release", page.specific, reason=reason)
    if locked.live:
        prepare_variant(locked)
    return True


def awaited_release(translation: Translation) -> AwaitedRelease | None:
    """The revision of its source that waits for a variant."""
    source = {"page__translation_key": translation.source.object_id, "page__locale_id": translation.source.locale_id}
    return AwaitedRelease.objects.filter(**source).select_related("page", "revision").first()


def publication_of(translation: Translation, user: Any) -> PublishVariantAction | PublishTogetherAction:
    """What the button of the desk does: publish the variant, or both together when its source waits for it."""
    action = PublishTogetherAction if awaited_release(translation) else PublishVariantAction
    return action(translation, user)


class PublishTogetherAction:
    """Publishes the approved revision of the source that waits and its variant, in one transaction: both or neither."""

    label = "Publier les deux ensemble"
    may_be_scheduled = False

    def __init__(self, translation: Translation, user: Any) -> None:
        self.translation = translation
        self.user = user

    def check(self) -> None:
        """Raises PermissionDenied or VariantNotReady."""
        if reason := refuse_to_review(self.user, self.translation.get_target_instance()):
            raise PermissionDenied(reason)
        awaited = self._awaited()
        go_live_at = awaited.revision.as_object().go_live_at
        if go_live_at and go_live_at > timezone.now():
            date = date_format(timezone.localtime(go_live_at), "DATETIME_FORMAT")
            raise VariantNotReady(NOT_YET.format(date=date))
        if reason := refuse_unread(self.translation):
            raise VariantNotReady(reason)

    @transaction.atomic
    def execute(self) -> Page:
        """The published variant. Whatever the source's own publication or the variant's raises undoes both."""
        self.translation = lock_pair(self.translation)
        page = self.translation.source.get_source_instance()
        self._awaited()
        prepare_variant(page)
        self.translation.source.refresh_from_db()
        self.check()
        awaited = AwaitedRelease.objects.select_for_update().select_related("revision").get(page_id=page.pk)
        awaited.delete()
        _Publishers.source(page, awaited.revision, self.user)
        published = PublishVariantAction(self.translation, self.user).execute()
        record("localization.publish_together", page, user=self.user, revision=awaited.revision)
        return published

    def _awaited(self) -> AwaitedRelease:
        awaited = awaited_release(self.translation)
        if awaited is None or awaited.digest != revision_digest(awaited.revision):
            raise VariantNotReady(NOT_AWAITED)
        return awaited
