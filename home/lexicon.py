"""What the lexicon page shows: words by letter, those that a reader asks for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from portal.content.glossary import lexicon
from portal.locales import PortalLocale, other
from portal.localization.glossary.lexicon import LexiconLine, fold

MAX_QUERY_CHARACTERS = 60
FIGURES = "0"


@dataclass(frozen=True)
class Letter:
    """The words that begin with one letter; those that begin with a figure stand under « 0-9 »."""

    letter: str
    lines: list[LexiconLine]

    @property
    def label(self) -> str:
        return "0-9" if self.letter == FIGURES else self.letter


def lexicon_context(page: Any, request: Any) -> dict[str, Any]:
    """`letters`, `count`, `query`; `here` and `there`, the reader's locale and the other."""
    here: PortalLocale = page.portal_locale
    query = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:MAX_QUERY_CHARACTERS]
    wanted = fold(query)
    lines = [line for line in lexicon(here) if not wanted or wanted in line.folded]
    return {
        "letters": [Letter(letter, list(group)) for letter, group in groupby(lines, lambda line: _initial(line, here))],
        "count": len(lines),
        "query": query,
        "here": here,
        "there": other(here),
    }


def _initial(line: LexiconLine, here: PortalLocale) -> str:
    letter = fold(line.headword(here.variant)).strip()[:1].upper()
    return letter if letter.isalpha() else FIGURES
