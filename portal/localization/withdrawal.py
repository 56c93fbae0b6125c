"""What happens to a variant when its source is taken off the site or moved."""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from portal.localization.publication import scheduled_revisions
from portal.twinning.audit import record

logger = logging.getLogger(__name__)


@transaction.atomic
def withdraw_variant(source_page: Any, user: Any = None) -> Any:
    """Takes the variant of a source off the site: the page, or None when it was not public.

    A publication that was programmed is taken back too. The decisions stay, so that it can come back at once.
    """
    variant = _variant_of(source_page)
    return variant and withdraw_page(variant, user)


def withdraw_page(variant: Any, user: Any = None) -> Any:
    """Takes a variant itself off the site; None when it was not public."""
    scheduled_revisions(variant).update(approved_go_live_at=None)
    if not variant.live:
        return None
    variant.unpublish(user=user, log_action=False)
    record("localization.withdraw_variant", variant, user=user, revision=variant.latest_revision)
    return variant


@transaction.atomic
def move_variant(source_page: Any) -> bool:
    """Puts the variant below the counterpart of its source's parent. False when that page is missing: it stays where
    it is, and `check_variants` tells."""
    variant = _variant_of(source_page)
    if variant is None:
        return True
    key = source_page.get_parent().translation_key
    parent = Page.objects.filter(translation_key=key, locale_id=variant.locale_id).first()
    if parent is None:
        logger.warning("variant %s could not follow its source: its parent has no counterpart", variant.pk)
        return False
    if variant.get_parent().pk != parent.pk:
        slug = find_available_slug(parent, variant.slug, ignore_page_id=variant.pk)
        if slug != variant.slug:
            variant.slug = slug
            variant.save(clean=False)
        variant.move(parent, pos="last-child")
        record("localization.move_variant", variant)
    return True


def _variant_of(source_page: Any) -> Any:
    variant = Page.objects.filter(translation_key=source_page.translation_key).exclude(pk=source_page.pk).first()
    return variant and variant.specific
