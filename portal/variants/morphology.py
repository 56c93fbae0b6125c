"""Genders, numbers and conjugations, read from the two tables in `data/`.

The tables are sorted lines that a binary search reads in place: nothing is parsed before it is asked for.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

SLOTS = ("ms", "fs", "mp", "fp")
PERSONS = ("1sg", "2sg", "3sg", "1pl", "2pl", "3pl")
TENSES = (
    "infi",
    "ppre",
    *("ppas" + slot for slot in SLOTS),
    *(mood + person for mood in ("ipre", "iimp", "ipsi", "ifut", "spre", "simp", "cond") for person in PERSONS),
    "impe2sg",
    "impe1pl",
    "impe2pl",
)

_MODEL = "parler"


class Paradigm(NamedTuple):
    """The four cells of a noun ("n"), an adjective ("a") or a past participle ("p"); None where there is no form."""

    category: str
    cells: dict[str, str | None]


@cache
def _table(name: str) -> bytes:
    packed = resources.files("portal.variants").joinpath("data", name).read_bytes()
    return gzip.decompress(packed)


def _lines(name: str, key: str) -> list[str]:
    """The lines of a table whose first field is `key`, tabs kept."""
    table, wanted = _table(name), b"\n" + key.encode("utf-8", "replace") + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2 + 1)
        if middle < 0:
            middle = table.find(b"\n", low, high)
        following = table.find(b"\n", middle + 1)
        if middle < 0 or following < 0:
            break
        if table[middle:following] + b"\n" < wanted:
            low = following
        else:
            high = middle
    lines = []
    while table.startswith(wanted, low):
        following = table.find(b"\n", low + 1)
        lines.append(table[low + 1 : following].decode())
        low = following
    return lines


@lru_cache(maxsize=4096)
def find_paradigms(form: str) -> tuple[Paradigm, ...]:
    """Every paradigm that a lower-case form may belong to; empty when the table does not know it."""
    paradigms = []
    for line in _lines("inflections.gz", form):
        _, category, taken, endings = line.split("\t")
        stem = form[: len(form) - int(taken)]
        cells = {
            slot: None if ending == "-" else stem + ending
            for slot, ending in zip(SLOTS, endings.split(","), strict=True)
        }
        paradigms.append(Paradigm(category, cells))
    return tuple(paradigms)


@lru_cache(maxsize=1024)
def conjugate(infinitive: str) -> dict[str, str]:
    """The forms of a verb by tense and person, keys as in `TENSES`.

    A verb in -er that the table does not know is conjugated like « parler »; any other has no forms.
    """
    for line in _lines("conjugations.gz", infinitive):
        _, stem, endings = line.split("\t")
        return {key: stem + ending for key, ending in zip(TENSES, endings.split(","), strict=True) if ending != "-"}
    if infinitive.endswith("er") and infinitive != _MODEL:
        return {key: infinitive[:-2] + form[len(_MODEL) - 2 :] for key, form in conjugate(_MODEL).items()}
    return {}


def pluralise(noun: str, category: str = "n") -> str:
    """The plural of a lower-case word, by the table, read first as `category`, or else by rule."""
    for paradigm in sorted(find_paradigms(noun), key=lambda paradigm: paradigm.category != category):
        for gender in "mf":
            if paradigm.cells[gender + "s"] == noun and (plural := paradigm.cells[gender + "p"]):
                return plural
    if noun.endswith(("s", "x", "z")):
        return noun
    return noun + "x" if noun.endswith(("au", "eu")) else noun + "s"


def inflect_adjective(form: str, gender: str, number: str) -> str | None:
    """The form of an adjective or participle for a gender and number; None when the word is neither."""
    for paradigm in find_paradigms(form):
        if paradigm.category in "ap" and (cell := paradigm.cells[gender + number]):
            return cell
    return None
