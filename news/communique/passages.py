"""A passage: one paragraph of the file with the role its author's styles gave it, before it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    TEXT = "text"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    role: Role = Role.TEXT
