"""Where the quotations of a paragraph begin and end, for « », “ ” and straight quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKS = re.compile('[«»“”"]')
CLOSING = {"«": "»", "“": "”", '"': '"'}
OPENING = tuple(CLOSING)
CONTINUATION = re.compile(r"\n\n[«»“”\"]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Span:
    """`start` and `end` hold the marks, `text` is what is between them."""

    start: int
    end: int
    text: str


def find_spans(text: str) -> tuple[list[Span], bool]:
    """The outermost quotations, and whether one of them is left open at the end.

    A mark repeated at the head of a following paragraph neither opens nor closes.
    """
    spans: list[Span] = []
    opener, start, depth = "", 0, 0
    for match in MARKS.finditer(text):
        mark = match[0]
        if opener and text[match.start() - 1] == "\n" and match.end() < len(text):
            continue
        if not opener:
            if mark in CLOSING and not closes_nothing(text, match):
                opener, start, depth = mark, match.start(), 1
        elif mark == CLOSING[opener]:
            depth -= 1
        elif mark == opener:
            depth += 1
        if opener and depth == 0:
            spans.append(Span(start, match.end(), between_marks(text[start + 1 : match.end() - 1])))
            opener = ""
    return spans, bool(opener)


def closes_nothing(text: str, match: re.Match[str]) -> bool:
    """A straight quote with a letter or digit before it, such as an inch mark, opens nothing."""
    return match[0] == '"' and match.start() > 0 and text[match.start() - 1].isalnum()


def between_marks(text: str) -> str:
    return CONTINUATION.sub("\n\n", text).strip()
