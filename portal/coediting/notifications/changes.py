"""What a message shows of a text: the words that came and went, never more than a few lines."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, NamedTuple

from portal.localization.difference import Piece, word_difference
from portal.localization.wording import Passage, field_label, passages_of

MAX_CHANGES = 6
MAX_PIECE = 160
"""Characters of a run of words; a longer one loses its middle."""
MAX_COMPARED = 2_000
"""Characters of a passage that are compared, so that no text makes a message slow."""
ELLIPSIS = " […] "


class Change(NamedTuple):
    """One passage that changed."""

    label: str
    pieces: list[Piece]


class Changes(NamedTuple):
    """The first changes of a page, and how many others there are."""

    shown: list[Change]
    others: int


NO_CHANGES = Changes([], 0)


def page_changes(former: Any, page: Any) -> Changes:
    """From one state of a page to another; `former` is None for a page that was never published."""
    before, after = (passages_of(former) if former else []), passages_of(page)
    rows = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            old, new = _by_place(before[i1:i2]), _by_place(after[j1:j2])
            rows += [(field_label(page, place), old.get(place, ""), new.get(place, "")) for place in {**old, **new}]
    return bounded(rows)


def bounded(rows: Iterable[tuple[str, str, str]]) -> Changes:
    """`rows` are label, old text and new text."""
    rows = list(rows)
    shown = [Change(label, _pieces(old, new)) for label, old, new in rows[:MAX_CHANGES]]
    return Changes(shown, max(len(rows) - MAX_CHANGES, 0))


def _by_place(passages: Iterable[Passage]) -> dict[str, str]:
    """The paragraphs of each place, one under the other."""
    texts: dict[str, list[str]] = {}
    for passage in passages:
        texts.setdefault(passage.field_path, []).append(passage.text)
    return {place: "\n".join(lines) for place, lines in texts.items()}


def _pieces(old: str, new: str) -> list[Piece]:
    return [
        Piece(piece.kind, _without_middle(piece.text)) for piece in word_difference(_cut(old), _cut(new)) if piece.text
    ]


def _cut(text: str) -> str:
    return text if len(text) <= MAX_COMPARED else text[:MAX_COMPARED] + ELLIPSIS


def _without_middle(text: str) -> str:
    if len(text) <= MAX_PIECE:
        return text
    return text[: MAX_PIECE // 2].rstrip() + ELLIPSIS + text[-MAX_PIECE // 2 :].lstrip()
