"""What a process keeps between requests because it seldom changes: cities, axes, menus.

Each kept value belongs to a generation. A change in this process drops them at once; one in another process is seen
when the shared number is next read, at most half a second later.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import F

Value = TypeVar("Value")

SECONDS_BETWEEN_READS = 0.5


class _Memory:
    values: dict[str, tuple[int, Any]] = {}
    number = 0
    read_at = float("-inf")


def kept(name: str, build: Callable[[], Value]) -> Value:
    """The value built in this generation, building it when there is none. What is kept must not be changed."""
    if has_uncommitted_change():
        return build()
    number = current_generation()
    found = _Memory.values.get(name)
    if found is None or found[0] != number:
        found = (number, build())
        _Memory.values[name] = found
    value: Value = found[1]
    return value


def current_generation() -> int:
    from portal.content.models.generation import Generation

    now = time.monotonic()
    if now - _Memory.read_at >= SECONDS_BETWEEN_READS:
        _Memory.number = Generation.objects.filter(pk=1).values_list("number", flat=True).first() or 0
        _Memory.read_at = now
    return _Memory.number


def has_uncommitted_change() -> bool:
    """Whether the transaction under way changed something: what it sees may never come to be."""
    return any(entry[1] is _advance for entry in connection.run_on_commit)


def forget() -> None:
    """Drops what this process keeps."""
    _Memory.values.clear()
    _Memory.read_at = float("-inf")


def begin_generation(**kwargs: Any) -> None:
    """Tells every process that something public changed, once the change is committed. A signal receiver."""
    forget()
    transaction.on_commit(_advance)


def _advance() -> None:
    from portal.content.models.generation import Generation

    Generation.objects.get_or_create(pk=1)
    Generation.objects.filter(pk=1).update(number=F("number") + 1)
    forget()
