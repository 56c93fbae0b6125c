"""A tree of the forms of a lexicon, token by token: its size costs nothing to the reading of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from portal.variants.characters import APOSTROPHES, HYPHENS
from portal.variants.forms import list_forms
from portal.variants.model import Confidence, Entry, Variant
from portal.variants.segment import Kind, Segment, Token

_RANK = {level: place for place, level in enumerate(Confidence)}


class Reading(NamedTuple):
    """One way to read a form found in a text: the entry, and the grammatical cell of the form."""

    entry: Entry
    cell: str
    form: str


class Node:
    """A place in the tree: where the next token leads, and the readings that end here."""

    __slots__ = ("branches", "readings")

    def __init__(self) -> None:
        self.branches: dict[str, Node] = {}
        self.readings: tuple[Reading, ...] = ()


def normalise(token: Token) -> str:
    """What of a token counts for the search: neither its case nor the kind of its blank, apostrophe or hyphen."""
    if token.kind is Kind.WORD:
        return token.text.lower()
    if token.kind is Kind.BLANK:
        return " "
    if token.text in APOSTROPHES:
        return "'"
    return "-" if token.text in HYPHENS else token.text


class LexicalIndex:
    """The forms of one side. Where two entries share a form, the later list wins, then the surer entry."""

    def __init__(self, lists: Iterable[Sequence[Entry]], source: Variant) -> None:
        self.root = Node()
        for entries in lists:
            forms: dict[str, list[Reading]] = {}
            for entry in sorted(entries, key=lambda entry: _RANK[entry.level(source.other)]):
                for cell, form in list_forms(entry, source).items():
                    forms.setdefault(form.lower(), []).append(Reading(entry, cell, form))
            for form, readings in forms.items():
                self._add(form, tuple(readings))

    def _add(self, form: str, readings: tuple[Reading, ...]) -> None:
        node = self.root
        for token in Segment(form).tokens:
            node = node.branches.setdefault(normalise(token), Node())
        best = readings[0].entry
        node.readings = tuple(reading for reading in readings if reading.entry is best)

    def find(self, tokens: Sequence[Token], start: int) -> tuple[int, tuple[Reading, ...]]:
        """The longest form that begins at a token: the index after its last token, and its readings."""
        node, end = self.root, start
        readings: tuple[Reading, ...] = ()
        for place in range(start, len(tokens)):
            following = node.branches.get(normalise(tokens[place]))
            if following is None:
                break
            node = following
            if node.readings:
                end, readings = place + 1, node.readings
        return end, readings
