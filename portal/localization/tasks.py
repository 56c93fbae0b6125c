"""What happens in the background after a publication, and after a change of the glossary."""

from __future__ import annotations

import logging

from django.db import transaction
from django.dispatch import Signal
from django_tasks import task
from wagtail.models import Page

from portal.localization.pending import children_to_prepare
from portal.localization.preparation import CannotPrepareVariant, prepare_variant
from portal.localization.reproposing import repropose_open_segments
from portal.variants import Variant

logger = logging.getLogger(__name__)

variant_prepared = Signal()
"""A variant was prepared or renewed. Sent in the same transaction with `variant` and `source`, both specific pages."""


@task()
def prepare_variant_task(page_id: int) -> None:
    """Prepares the variant of a page that was just published, and those that waited for it to have one.

    Safe to run again at any time.
    """
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return
    try:
        with transaction.atomic():
            variant = prepare_variant(page).get_target_instance()
            variant_prepared.send(sender=type(variant), variant=variant, source=page.specific)
    except CannotPrepareVariant as reason:
        logger.info("no variant for page %s: %s", page_id, reason)
        return
    for child_id in children_to_prepare(page):
        prepare_variant_task.enqueue(child_id)


@task()
def repropose_segments_task(target: str) -> None:
    """Proposes the open segments of one variant anew, from the glossary as it is now. Safe to run again at any time."""
    changed = repropose_open_segments(Variant(target))
    logger.info("%s proposals renewed for %s", changed, target)
