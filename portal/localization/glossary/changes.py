"""What a change of the approved glossary sets off."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.dispatch import Signal

from portal.localization.tasks import repropose_segments_task
from portal.variants import Variant

approved_glossary_changed = Signal()
"""Sent within the transaction that changes what is approved; whoever keeps a copy drops it."""


def announce_change(*targets: Variant) -> None:
    """Tells that what is approved for some variants changed; once committed, their open segments are proposed anew."""
    if targets:
        approved_glossary_changed.send(sender=announce_change)
    for target in targets:
        transaction.on_commit(partial(repropose_segments_task.enqueue, target.value))
