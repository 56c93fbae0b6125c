"""Reads a Hunspell dictionary with long flags and morphological fields, and expands a word by its suffixes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Suffix(NamedTuple):
    """One line of a suffix class: what to take away, what to add, when, and what the form then is."""

    strip: str
    add: str
    condition: re.Pattern[str]
    tags: frozenset[str]


class Word(NamedTuple):
    """One line of the dictionary."""

    lemma: str
    flags: tuple[str, ...]
    tags: frozenset[str]


def read_suffixes(path: Path) -> dict[str, list[Suffix]]:
    suffixes: dict[str, list[Suffix]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) < 5 or fields[0] != "SFX":
            continue
        _, name, strip, add, condition, *tags = fields
        ending = add.split("/")[0]
        suffixes[name].append(
            Suffix(
                "" if strip == "0" else strip,
                "" if ending == "0" else ending,
                re.compile(condition + "$"),
                frozenset(tags),
            )
        )
    return suffixes


def read_words(path: Path) -> Iterator[Word]:
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        head, *tags = line.split()
        lemma, _, flags = head.partition("/")
        yield Word(lemma, tuple(flags[i : i + 2] for i in range(0, len(flags), 2)), frozenset(tags))


def expand(word: Word, suffixes: dict[str, list[Suffix]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each form of a word, with the tags of the word and of its suffix."""
    rows = [suffix for flag in word.flags for suffix in suffixes.get(flag, ())]
    if not rows:
        yield word.lemma, word.tags
    for suffix in rows:
        if word.lemma.endswith(suffix.strip) and suffix.condition.search(word.lemma):
            stem = word.lemma.removesuffix(suffix.strip) if suffix.strip else word.lemma
            yield stem + suffix.add, word.tags | suffix.tags
