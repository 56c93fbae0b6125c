"""A published source page asks for its variant, and takes it along when it is withdrawn.

Wagtail's `after_publish_page` hook runs from the editor only; the signal is sent however a page goes live.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished, post_page_move

from portal.localization.handed_texts import store_published_texts
from portal.localization.models import AwaitedRelease
from portal.localization.readiness import translation_of
from portal.localization.release import cancel_release
from portal.localization.tasks import prepare_variant_task
from portal.localization.withdrawal import move_variant, withdraw_variant
from portal.twinning.audit import revision_digest

EDITED = "La version d’origine a changé après son approbation."
PUBLISHED_ALONE = "La version d’origine a été publiée sans attendre sa variante."


@receiver(page_published, dispatch_uid="prepare_variant")
def prepare_on_publication(sender: Any, instance: Any, **kwargs: Any) -> None:
    if _is_source(instance):
        transaction.on_commit(partial(prepare_variant_task.enqueue, instance.pk))


@receiver(page_published, dispatch_uid="store_published_texts")
def store_texts_on_publication(sender: Any, instance: Any, revision: Revision, **kwargs: Any) -> None:
    """When a variant goes public, at once or on its date. Wagtail sends the signal for what is only programmed too."""
    if instance.live and getattr(instance, "lead_city_id", None) and instance.is_variant:
        translation = translation_of(instance)
        if translation:
            store_published_texts(translation, revision.user)


@receiver(page_unpublished, dispatch_uid="withdraw_variant")
def withdraw_with_its_source(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A source that is taken off takes its variant with it; the decisions stay, so that it can come back at once."""
    if _is_source(instance):
        withdraw_variant(instance)


@receiver(post_page_move, dispatch_uid="move_variant")
def move_with_its_source(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A variant stands where its source stands, below the counterpart of its parent."""
    page = instance.specific
    if _is_source(page):
        move_variant(page)


@receiver(post_save, sender=Revision, dispatch_uid="cancel_release")
def cancel_release_on_edit(sender: Any, instance: Revision, **kwargs: Any) -> None:
    """What waits for its variant is the text that was approved: another text does not go public with its keys."""
    if not issubclass(instance.base_content_type.model_class(), Page):
        return
    awaited = AwaitedRelease.objects.filter(page_id=instance.object_id).select_related("page").first()
    if awaited and awaited.digest != revision_digest(instance):
        cancel_release(awaited.page, reason=EDITED)


@receiver(page_published, dispatch_uid="end_release")
def end_release_on_publication(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Nothing waits any more behind a source that went public by itself, in an emergency."""
    if instance.live and _is_source(instance):
        cancel_release(instance, reason=PUBLISHED_ALONE)


def _is_source(page: Any) -> bool:
    return bool(getattr(page, "lead_city_id", None)) and not page.is_variant
