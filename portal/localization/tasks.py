"""What happens in the background after a publication."""

from __future__ import annotations

import logging

from django_tasks import task
from wagtail.models import Page

from portal.localization.preparation import CannotPrepareVariant, prepare_variant

logger = logging.getLogger(__name__)


@task()
def prepare_variant_task(page_id: int) -> None:
    """Prepares the variant of a page that was just published. Safe to run again at any time."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return
    try:
        prepare_variant(page)
    except CannotPrepareVariant as reason:
        logger.info("no variant for page %s: %s", page_id, reason)
