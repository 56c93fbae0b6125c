"""What changed between two texts, word by word."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple


class Piece(NamedTuple):
    """A run of words that stayed (`equal`), came (`insert`) or went (`delete`)."""

    kind: str
    text: str


def word_difference(old: str, new: str) -> list[Piece]:
    """The pieces in reading order, what went before what came. Joined without the deletions they give the new text."""
    before, after = re.findall(r"\s+|[^\s]+", old), re.findall(r"\s+|[^\s]+", new)
    pieces = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("equal", "".join(after[j1:j2])))
            continue
        if i1 < i2:
            pieces.append(Piece("delete", "".join(before[i1:i2])))
        if j1 < j2:
            pieces.append(Piece("insert", "".join(after[j1:j2])))
    return pieces
