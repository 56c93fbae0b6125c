"""A published source page asks for its variant.

Wagtail's `after_publish_page` hook runs from the editor only; the signal is sent however a page goes live.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_published

from portal.localization.tasks import prepare_variant_task


@receiver(page_published, dispatch_uid="prepare_variant")
def prepare_on_publication(sender: Any, instance: Any, **kwargs: Any) -> None:
    if getattr(instance, "lead_city_id", None) and not instance.is_variant:
        transaction.on_commit(partial(prepare_variant_task.enqueue, instance.pk))
