"""What a table of open data is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    name: str
    kind: str
    """What the dictionary calls its values: texte, date, nombre, adresse…"""
    meaning: str
    read: Callable[[Any], Any]
    """The value of one row; None when it is not known."""


@dataclass(frozen=True)
class Dataset:
    slug: str
    title: str
    description: str
    columns: tuple[Column, ...]
    find: Callable[[], Iterable[Any]]
    """The published facts, with their cities and `page`, the page that tells each of them."""
