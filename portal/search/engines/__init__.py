"""Full text on the database at hand: how a page is stored, which pages a query matches, which come first."""

from __future__ import annotations

from typing import Any

from django.db import connection

from portal.search.engines import postgresql, sqlite


def engine() -> Any:
    """The module that speaks to the database in use. Both have the same functions."""
    return postgresql if connection.vendor == "postgresql" else sqlite
