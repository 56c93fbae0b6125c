"""A published source page asks for its variant, and takes it along when it is withdrawn.

Wagtail's `after_publish_page` hook runs from the editor only; the signal is sent however a page goes live.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from portal.localization.tasks import prepare_variant_task
from portal.twinning.audit import record


@receiver(page_published, dispatch_uid="prepare_variant")
def prepare_on_publication(sender: Any, instance: Any, **kwargs: Any) -> None:
    if getattr(instance, "lead_city_id", None) and not instance.is_variant:
        transaction.on_commit(partial(prepare_variant_task.enqueue, instance.pk))


@receiver(page_unpublished, dispatch_uid="withdraw_variant")
def withdraw_with_its_source(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A source that is taken off takes its variant with it; the decisions stay, so that it can come back at once."""
    if not getattr(instance, "lead_city_id", None) or instance.is_variant:
        return
    variants = Page.objects.filter(translation_key=instance.translation_key, live=True).exclude(pk=instance.pk)
    for variant in variants.specific():
        variant.unpublish(log_action=False)
        record("localization.withdraw_variant", variant, revision=variant.latest_revision)
