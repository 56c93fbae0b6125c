"""Finds known names in a text, whatever their case, accents, apostrophes or spaces; the longest name wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .folding import WORD, fold
from .model import KnownName, Mention

SEPARATOR = re.compile(r"[\s’'\u2010\u2011&/-]{1,3}")
HYPHENS = "-\u2010\u2011"
# A short acronym is often a common word in lowercase (« CAP », « ICI »): it counts in capitals only.
SHORT_ACRONYM_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Name:
    known: KnownName
    words: tuple[str, ...]

    @property
    def is_short_acronym(self) -> bool:
        return len(self.words) == 1 and self.words[0].isupper() and len(self.words[0]) <= SHORT_ACRONYM_LETTERS


@dataclass(frozen=True, slots=True)
class Found:
    name: Name
    start: int
    end: int


class NameIndex:
    """Known names by their first word, longest first."""

    def __init__(self, known: Sequence[KnownName]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        for item in known:
            for form in (item.name, *item.aliases):
                words = tuple(WORD.findall(form))
                if words:
                    folded = tuple(map(fold, words))
                    self._by_first.setdefault(folded[0], []).append((folded, Name(item, words)))
        for names in self._by_first.values():
            names.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[Found]:
        """Names in reading order, never overlapping."""
        words = list(WORD.finditer(text))
        position = 0
        while position < len(words):
            name = self._match(text, words, position)
            if name:
                last = position + len(name.words) - 1
                yield Found(name, words[position].start(), words[last].end())
                position = last
            position += 1

    def _match(self, text: str, words: list[re.Match[str]], position: int) -> Name | None:
        for folded, name in self._by_first.get(fold(words[position][0]), ()):
            span = words[position : position + len(folded)]
            if tuple(fold(word[0]) for word in span) == folded and stands_alone(text, span, name):
                return name
        return None


def stands_alone(text: str, span: list[re.Match[str]], name: Name) -> bool:
    """Not part of a hyphenated word, its words parted by spaces, hyphens or apostrophes only."""
    start, end = span[0].start(), span[-1].end()
    if name.is_short_acronym and not text[start:end].isupper():
        return False
    if start > 1 and text[start - 1] in HYPHENS and text[start - 2].isalnum():
        return False
    if end + 1 < len(text) and text[end] in HYPHENS and text[end + 1].isalnum():
        return False
    return all(SEPARATOR.fullmatch(text, a.end(), b.start()) for a, b in pairwise(span))


def find_mentions(places: Sequence[tuple[int | None, str]], index: NameIndex) -> tuple[Mention, ...]:
    """The first mention of each known name; `places` are texts with the index of their block."""
    mentions: dict[str, Mention] = {}
    for block, text in places:
        for found in index.find(text):
            known = found.name.known
            mentions.setdefault(known.key, Mention(known.key, known.kind, text[found.start : found.end], block))
    return tuple(mentions.values())
