"""Replaces the terms of a lexicon in one simultaneous pass, longest match first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from portal.variants.characters import APOSTROPHE, APOSTROPHES
from portal.variants.lexicon import STARTER
from portal.variants.model import Confidence, Entry, Proposal, Variant
from portal.variants.segment import Segment

_ELIDED = {"l": "le", "d": "de"}


class Vocabulary:
    """The terms of one side, indexed by form."""

    def __init__(self, entries: Sequence[Entry], source: Variant) -> None:
        self._index: dict[str, tuple[Entry, str]] = {}
        for entry in entries:
            old, new = entry.form(source), entry.form(source.other)
            if entry.level(source.other) is Confidence.CERTAIN:
                self._index[old] = (entry, new)
                self._index[old + "s"] = (entry, new + "s")

    def find(self, segment: Segment, target: Variant) -> Iterator[Proposal]:
        """First rules: single terms and their article."""
        text = segment.text
        for token in segment.tokens:
            for old, (entry, new) in self._index.items():
                start, end = token.start, token.start + len(old)
                if text[start:end].lower() != old or text[end : end + 1].isalnum() or text[start - 1 : start] == "-":
                    continue
                if text[start - 1 : start] in tuple(APOSTROPHES) and text[start - 2 : start - 1].lower() in _ELIDED:
                    start -= 2
                    new = _ELIDED[text[start].lower()] + " " + new
                if segment.is_sealed(start, end) or segment.is_quoted(start, end):
                    continue
                yield Proposal(
                    start,
                    end,
                    text[start:end],
                    new[0].upper() + new[1:] if text[start].isupper() else new,
                    f"vocabulary:{entry.key}",
                    Confidence.CERTAIN,
                    f"Au Québec, on écrit «\u00a0{new}\u00a0»." if target is Variant.FR_CA else "",
                    entry.sources,
                )


@lru_cache(maxsize=8)
def _vocabulary(source: Variant, glossary: tuple[Entry, ...]) -> Vocabulary:
    return Vocabulary((*STARTER, *glossary), source)


def vocabulary_for(source: Variant, glossary: Sequence[Entry] | None) -> Vocabulary:
    """The index of the built-in lexicon with the entries of a glossary, made once and kept."""
    return _vocabulary(source, tuple(glossary or ()))


__all__ = ["APOSTROPHE", "Vocabulary", "vocabulary_for"]
