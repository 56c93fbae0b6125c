"""Rule: in figures alone, Québec writes the year first (2025-11-21) and France the day first (21/11/2025); « juillet »
is shortened to « juill. » in Québec and to « juil. » in France.

Source: CLDR 47, fr-CA (y-MM-dd, juill.) and fr (dd/MM/y, juil.).

Scope: valid dates of four-figure years that stand alone, and the abbreviated month between a day and a year or a mark.

Exceptions: ISO stamps, identifiers, resolutions, ranges of years, and the date in letters, which is the same on both
sides.

Confidence: certain when one reading is possible (the ISO order, or a day over 12); probable for an ambiguous French
date; an ambiguous date in a text of Québec is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from portal.variants.characters import BLANK
from portal.variants.matching import Change, Rule, both, everywhere, substitute
from portal.variants.model import Confidence, Variant
from portal.variants.segment import Segment


def _is_date(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _from_iso(match: re.Match[str], _: Variant) -> str | None:
    year, month, day = match.groups()
    return f"{day}/{month}/{year}" if _is_date(year, month, day) else None


def _from_figures(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
    first, second, year = match.groups()
    is_day_first, is_month_first = _is_date(year, second, first), _is_date(year, first, second)
    if target is Variant.FR_CA and is_day_first:
        level = Confidence.PROBABLE if is_month_first and first != second else Confidence.CERTAIN
        yield Change(*match.span(), f"{year}-{second:0>2}-{first:0>2}", level)
    elif target is Variant.FR_FR and is_day_first and is_month_first and first != second:
        yield Change(*match.span(), None, Confidence.HUMAN)
    elif target is Variant.FR_FR and is_month_first and not is_day_first:
        yield Change(*match.span(), f"{second:0>2}/{first:0>2}/{year}", Confidence.PROBABLE)


ISO = Rule(
    name="dates.year_first",
    pattern=re.compile(r"(?<![\w/.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w/-]|\.\d|:\d| \d\d:)"),
    level={Variant.FR_FR: Confidence.CERTAIN},
    explanation=both("En France, une date tout en chiffres s’écrit jour/mois/année."),
    sources=("cldr-47",),
    rewrite=substitute(_from_iso),
)

FIGURES = Rule(
    name="dates.day_first",
    pattern=re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\w/-]|\.\d)"),
    level=everywhere(Confidence.CERTAIN),
    explanation={
        Variant.FR_CA: "Au Québec, une date tout en chiffres s’écrit année-mois-jour.",
        Variant.FR_FR: "Cette date en chiffres peut se lire de deux façons, mieux vaut écrire le mois en lettres.",
    },
    sources=("cldr-47",),
    rewrite=_from_figures,
    hints="/",
)

JULY = Rule(
    name="dates.july",
    pattern=re.compile(rf"(?<=\d{BLANK})(?:juil|juill)\.|\b(?:juil|juill)\.(?={BLANK}\d{{4}}\b)"),
    level=everywhere(Confidence.CERTAIN),
    explanation={
        Variant.FR_CA: "Au Québec, « juillet » s’abrège en « juill. ».",
        Variant.FR_FR: "En France, « juillet » s’abrège en « juil. ».",
    },
    sources=("cldr-47",),
    rewrite=substitute(lambda _, target: "juill." if target is Variant.FR_CA else "juil."),
    hints="j",
)

RULES = (ISO, FIGURES, JULY)
