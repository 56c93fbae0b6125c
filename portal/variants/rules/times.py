"""Rule: 14 h 30 is right on both sides, with no-break spaces; Québec has no 14:30 in prose. Time zones are named
differently: HNE and HAE here, heure de Paris there.

Source: OQLF, fiche 21516; Imprimerie nationale; CLDR 47 (fr-CA: HH 'h' mm, fr: HH:mm).

Scope: hours of the day in a sentence.

Exceptions: ratios, scores, ISO stamps, durations with seconds, timetables (no word of time before the figures). The
leading zero is the author's choice. « 14h30 » without spaces is proposed, never filled in.

Confidence: certain for 14:30 after a preposition of time when the text goes to Québec and for the no-break spaces;
probable otherwise; a gloss for time zones.
"""

from __future__ import annotations

import re

from portal.variants.characters import BLANK, NBSP
from portal.variants.matching import Rule, both, everywhere, substitute
from portal.variants.model import Confidence, Variant

_HOUR, _MINUTE = r"(?P<hour>[01]?\d|2[0-4])", r"(?P<minute>[0-5]\d)"

_BEFORE = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word}[ {NBSP}])"
        for word in (
            "à",
            "de",
            "dès",
            "vers",
            "avant",
            "après",
            "entre",
            "et",
            "À",
            "De",
            "Dès",
            "Vers",
            "Avant",
            "Après",
            "Entre",
        )
    )
    + ")"
)


def _write(match: re.Match[str], _: Variant | None = None) -> str:
    minute = "" if match["minute"] in (None, "00") else NBSP + match["minute"]
    return f"{match['hour']}{NBSP}h{minute}"


def _join(match: re.Match[str], _: Variant) -> str:
    """The same figures with no-break spaces: « 14 h 00 » keeps its zeros."""
    return re.sub(BLANK, NBSP, match[0])


COLON = Rule(
    name="times.colon",
    pattern=re.compile(rf"{_BEFORE}{_HOUR}:{_MINUTE}(?![\w:]|[.,]\d)"),
    level={Variant.FR_CA: Confidence.CERTAIN, Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("Dans une phrase, l’heure s’écrit avec la lettre h entre deux espaces insécables."),
    sources=("oqlf-heure", "cldr-47"),
    rewrite=substitute(_write),
    hints=":",
)

GLUED = Rule(
    name="times.glued",
    pattern=re.compile(rf"(?<![\w:.,]){_HOUR}[hH]{_MINUTE}?(?![\w:]|{BLANK}\d)"),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Le symbole de l’heure est séparé des chiffres par une espace insécable."),
    sources=("oqlf-heure", "imprimerie-nationale"),
    rewrite=substitute(_write),
    hints="hH",
)

SPACED = Rule(
    name="times.spaced",
    pattern=re.compile(rf"(?<![\w:.,])(?:[01]?\d|2[0-4]){BLANK}h(?:{BLANK}[0-5]\d)?(?!\w)"),
    level=everywhere(Confidence.CERTAIN),
    explanation=both("Des espaces insécables gardent l’heure sur une seule ligne."),
    sources=("oqlf-heure", "imprimerie-nationale"),
    rewrite=substitute(_join),
    is_typography=True,
    hints="h",
)

ZONES_OF_QUEBEC = Rule(
    name="times.zone_of_quebec",
    pattern=re.compile(r"\bH[NA]E\b"),
    level={Variant.FR_FR: Confidence.GLOSS},
    explanation=both("HNE et HAE sont l’heure du Québec, en général six heures de moins qu’à Paris."),
    sources=("cldr-47",),
    once=True,
    hints="H",
)

ZONES_OF_FRANCE = Rule(
    name="times.zone_of_france",
    pattern=re.compile(r"\bCES?T\b|\bheure (?:de Paris|française)\b"),
    level={Variant.FR_CA: Confidence.GLOSS},
    explanation=both("L’heure de Paris est en général de six heures en avance sur celle du Québec."),
    sources=("cldr-47",),
    once=True,
)

RULES = (COLON, GLUED, SPACED, ZONES_OF_QUEBEC, ZONES_OF_FRANCE)
