"""How a field lives in the two variants: prose is adapted and reviewed, a shared fact is entered once."""

from __future__ import annotations

from wagtail_localize.fields import SynchronizedField, TranslatableField


def prose(*names: str) -> list[TranslatableField]:
    """Text fields, StreamFields and child relations whose texts are adapted segment by segment."""
    return [TranslatableField(name) for name in names]


def shared(*names: str) -> list[SynchronizedField]:
    """Facts that the variant takes from its source as they are: never sent to review, never overridden."""
    return [SynchronizedField(name, overridable=False) for name in names]
