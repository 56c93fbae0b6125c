"""A query as both engines take it, and the texts that it is asked of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Phrase = tuple[str, ...]
"""Folded words that must all be there. Only letters and digits: nothing in them is syntax for an engine."""


@dataclass(frozen=True)
class Query:
    """Each group is what one typed word may be: any of its phrases."""

    groups: tuple[tuple[Phrase, ...], ...]
    asks_for_all: bool = True
    """Whether every group must be found; else any of them."""

    def write(self, word: Callable[[str], str], both: str, either: str) -> str:
        """The query in an engine's own words."""
        joiner = both if self.asks_for_all else either
        groups = ([both.join(map(word, phrase)) for phrase in group] for group in self.groups)
        return joiner.join(f"({either.join(f'({phrase})' for phrase in group)})" for group in groups)


@dataclass(frozen=True)
class Texts:
    """A page's folded words by weight: what it is called, what it says first, the rest, and what stands around it."""

    title: str
    introduction: str
    body: str
    around: str
