"""Two people at the same instant."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def at_once(*acts: Callable[[], Any]) -> list[Exception | None]:
    """What each act raised, in their order. SQLite in memory has one connection: there, one act after the other."""
    if connection.vendor == "sqlite":
        return [_outcome(act) for act in acts]
    barrier = Barrier(len(acts))

    def meet(act: Callable[[], Any]) -> Exception | None:
        try:
            connection.ensure_connection()
            barrier.wait()
            return _outcome(act)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(meet, acts))


def _outcome(act: Callable[[], Any]) -> Exception | None:
    try:
        act()
    except Exception as error:
        return error
    return None
