"""From a plain text to its passages: blank lines, lines wrapped by hand, lists with bullets."""

from __future__ import annotations

import re
from itertools import pairwise

from .folding import is_in_capitals
from .notices import is_set_apart
from .passages import Passage, Role

BULLET = re.compile(r"[•●▪‣◦·*–—-]\s+(?=\S)")
MIN_WRAPPED_LENGTH = 40
WRAPPED_WIDTHS = range(55, 101)
FINAL_PUNCTUATION = (".", "!", "?", "…", ":", "»", "”", '"')


def split_passages(text: str) -> list[Passage]:
    """One passage for each paragraph or item; a text without blank lines has one paragraph a line."""
    width = max(map(len, text.split("\n")), default=0)
    passages: list[Passage] = []
    for group in re.split(r"\n{2,}", text.strip("\n")):
        passages += [as_passage(lines) for lines in regroup(group.split("\n"), width)]
    return [passage for passage in passages if passage.text]


def regroup(lines: list[str], width: int) -> list[list[str]]:
    groups = [[lines[0]]]
    for line, following in pairwise(lines):
        if is_continued(line, following, width):
            groups[-1].append(following)
        else:
            groups.append([following])
    return groups


def is_continued(line: str, following: str, width: int) -> bool:
    """Whether the line end is only a wrap: the next word did not fit, or the sentence plainly goes on."""
    if not line or not following or BULLET.match(following) or is_set_apart(line) or is_set_apart(following):
        return False
    if is_in_capitals(line) or is_in_capitals(following):
        return is_in_capitals(line) and is_in_capitals(following) and not line.endswith(FINAL_PUNCTUATION)
    if len(line) >= MIN_WRAPPED_LENGTH and not line.endswith(FINAL_PUNCTUATION) and following[0].islower():
        return True
    first_word = following.split(maxsplit=1)[0]
    return width in WRAPPED_WIDTHS and len(line) + 1 + len(first_word) > width - 3


def as_passage(lines: list[str]) -> Passage:
    text = " ".join(lines)
    return as_item(text) or Passage(text)


def as_item(text: str) -> Passage | None:
    """The item of a list whose bullets are typed; « – 30 – » is none."""
    bullet = None if is_set_apart(text) else BULLET.match(text)
    return Passage(text[bullet.end() :], Role.ITEM) if bullet else None
