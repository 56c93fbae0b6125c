"""A page that goes live is told at once to those who asked for it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_published

from portal.letters.selection import TOLD_MODELS
from portal.letters.tasks import send_letters_task


@receiver(page_published, dispatch_uid="tell_followers")
def tell_followers_on_publication(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, TOLD_MODELS):
        transaction.on_commit(send_letters_task.enqueue)
