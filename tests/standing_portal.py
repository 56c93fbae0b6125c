"""The portal that most tests begin with, built once for as many of them as follow each other."""

from __future__ import annotations

import copy
from types import SimpleNamespace
from typing import Any

from django.db import connection, transaction

from tests import factories


class StandingPortal:
    """Holds a transaction open with a portal in it: the transactions of the tests are savepoints inside."""

    def __init__(self) -> None:
        self._atomic: Any = None
        self._portal: SimpleNamespace | None = None

    def build(self) -> None:
        if self._atomic is not None:
            return
        self._atomic = transaction.atomic()
        self._atomic.__enter__()
        self._portal = factories.build_portal()
        connection.run_on_commit.clear()

    def clear(self) -> None:
        if self._atomic is None:
            return
        transaction.set_rollback(True)
        self._atomic.__exit__(None, None, None)
        self._atomic = self._portal = None

    def copy(self) -> SimpleNamespace:
        """The same rows in objects of the test's own."""
        return copy.deepcopy(self._portal)  # type: ignore[return-value]
