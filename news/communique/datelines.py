"""The dateline « Ville, le 3 mars 2024 – » at the head of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .folding import fold

MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
DATE = (
    r"(?:le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
    r"(?P<day>\d{1,2})(?:er)?\s+(?P<month>[^\W\d_]{3,9})\s+(?P<year>\d{4})"
)
PLACE = r"(?:(?P<place>[^\W\d_][^\d.;:,\n]{0,50}?(?:,\s*[^\W\d_][^\d.;:,\n]{0,30})?),\s*)?"
DATELINE = re.compile(rf"{PLACE}{DATE}(?:\s*(?P<dash>[–—]|\s-\s|//|\.\s-)\s*|\s*\.?\s*$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    text: str
    dated_on: date
    rest: str


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the head of a passage and what follows it; None when there is none or its date is no date."""
    match = DATELINE.match(text)
    month = fold(match["month"]) if match else ""
    if match is None or month not in MONTHS:
        return None
    try:
        dated_on = date(int(match["year"]), MONTHS.index(month) + 1, int(match["day"]))
    except ValueError:
        return None
    written = match[0][: match.start("dash")] if match["dash"] else match[0]
    return Dateline(written.strip(), dated_on, text[match.end() :].strip())
