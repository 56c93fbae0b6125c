"""Which passages are headings: styled as such, written in capitals, or short lines that open a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .folding import is_in_capitals
from .passages import Passage, Role

MAX_CAPITALS_LENGTH = 150
MAX_SHORT_LENGTH = 80
MAX_SHORT_WORDS = 12
MIN_PARAGRAPH_LENGTH = 90
NOT_A_HEADING = re.compile(r"[.!?…,;»”\"]$|^[«“\"–—-]|@|https?:|www\.|\d{3}[\s.-]\d{2}")


def is_heading_in_capitals(text: str) -> bool:
    return (
        len(text) <= MAX_CAPITALS_LENGTH
        and is_in_capitals(text)
        and not (text.startswith(("«", "“", '"')) and text.endswith(("»", "”", '"')))
    )


def is_heading(passages: Sequence[Passage], position: int) -> bool:
    passage = passages[position]
    if passage.role in (Role.HEADING, Role.TITLE, Role.SUBTITLE):
        return True
    return passage.role is Role.TEXT and (is_heading_in_capitals(passage.text) or is_short_heading(passages, position))


def is_short_heading(passages: Sequence[Passage], position: int) -> bool:
    """A line without final punctuation between two paragraphs."""
    text = passages[position].text
    following = passages[position + 1] if position + 1 < len(passages) else None
    if following is None or not looks_like_heading(text) or not is_full_paragraph(following):
        return False
    return position == 0 or not looks_like_heading(passages[position - 1].text)


def looks_like_heading(text: str) -> bool:
    return (
        len(text) <= MAX_SHORT_LENGTH
        and len(text.split()) <= MAX_SHORT_WORDS
        and (text[0].isupper() or text[0].isdigit())
        and NOT_A_HEADING.search(text) is None
        and not text.endswith(":")
    )


def is_full_paragraph(passage: Passage) -> bool:
    return passage.role is Role.TEXT and (
        len(passage.text) >= MIN_PARAGRAPH_LENGTH or passage.text.endswith((".", "!", "?", "…", "»"))
    )
