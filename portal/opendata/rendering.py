"""Tables as CSV and as JSON."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from portal.opendata.model import Column

BYTE_ORDER_MARK = "\ufeff"
# What a spreadsheet takes for a formula when a cell begins with it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
CONTENT_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


def as_csv(columns: Iterable[Column], facts: Iterable[Any]) -> str:
    """With a byte order mark, without which spreadsheets misread accents, and with no cell that could be a formula."""
    written = io.StringIO()
    written.write(BYTE_ORDER_MARK)
    table = csv.writer(written)
    columns = list(columns)
    table.writerow([column.name for column in columns])
    for fact in facts:
        table.writerow([_cell(column.read(fact)) for column in columns])
    return written.getvalue()


def as_json(columns: Iterable[Column], facts: Iterable[Any]) -> str:
    """A list of objects; what is not known is null."""
    columns = list(columns)
    rows = [{column.name: _value(column.read(fact)) for column in columns} for fact in facts]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _cell(value: Any) -> str:
    """Numbers keep their sign; a text that a spreadsheet would run is preceded by an apostrophe."""
    plain = _value(value)
    if plain is None:
        return ""
    text = str(plain)
    return f"'{text}" if isinstance(plain, str) and text.startswith(FORMULA_STARTS) else text


def _value(value: Any) -> str | float | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else str(value)
