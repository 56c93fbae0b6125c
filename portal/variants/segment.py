"""A text seen once: its tokens, and which stretches nobody may touch. Knows nothing about rules."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from portal.variants.characters import BLANK
from portal.variants.names import find_names
from portal.variants.protection import SEALED
from portal.variants.quotations import find_quotations


class Kind(IntEnum):
    """What a token is; only words and marks may be changed by the vocabulary."""

    SEALED = 1
    WORD = 2
    BLANK = 3
    MARK = 4


class Token(NamedTuple):
    """A stretch of the text and what it is."""

    start: int
    end: int
    kind: Kind
    text: str


_TOKEN = re.compile(rf"({SEALED})|((?:[^\W_]|_)+)|({BLANK}+)|(.)", re.VERBOSE | re.DOTALL)

_KINDS = (Kind.MARK, *Kind)


class Segment:
    """One text in NFC, tokenised once and shared by all the rules.

    `verbatim` says that the whole text quotes somebody: the typography is adapted, the words are not.
    """

    def __init__(self, text: str, *, verbatim: bool = False) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.verbatim = verbatim
        self._claimed = bytearray(len(self.text))

    @cached_property
    def tokens(self) -> list[Token]:
        return [
            Token(match.start(), match.end(), _KINDS[match.lastindex or 0], match[0])
            for match in _TOKEN.finditer(self.text)
        ]

    @cached_property
    def _sealed(self) -> bytearray:
        mask = bytearray(len(self.text))
        for token in self.tokens:
            if token.kind is Kind.SEALED:
                mask[token.start : token.end] = b"\1" * (token.end - token.start)
        return mask

    @cached_property
    def _held(self) -> bytearray:
        mask = bytearray(len(self.text))
        for start, end in chain(find_quotations(self.text), find_names(self.text)):
            mask[start:end] = b"\1" * (end - start)
        return mask

    def is_sealed(self, start: int, end: int) -> bool:
        """Whether any character of the span must stay as it is."""
        return self._sealed.find(1, start, end) >= 0

    def is_held(self, start: int, end: int) -> bool:
        """Whether any character of the span is words that belong to somebody: a quotation, an address, a name."""
        return self.verbatim or self._held.find(1, start, end) >= 0

    def claim(self, start: int, end: int) -> bool:
        """Reserve a span for one proposal; False when another already holds a part of it."""
        if self._claimed.find(1, start, end) >= 0:
            return False
        self._claimed[start:end] = b"\1" * (end - start)
        return True
