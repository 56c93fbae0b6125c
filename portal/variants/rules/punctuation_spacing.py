"""Rule: Québec writes nothing before « ; », « ! » and « ? » where France writes a narrow no-break space (U+202F).
Both write a no-break space before the colon, inside guillemets and before %, $ and €: there, only the plain space that
would let the line break is repaired.

Source: OQLF, Vitrine linguistique, fiche 22039; Imprimerie nationale, Lexique des règles typographiques; CLDR 47.

Scope: running text, other people's words included.

Exceptions: markup, entities, addresses of pages, placeholders and code; a mark that opens a line or follows a bracket;
the colon inside a time or a ratio. No space is ever added before a colon or inside guillemets: that is for `check`.

Confidence: certain both ways.
"""

from __future__ import annotations

import re

from portal.variants.characters import BLANK, BLANKS, NBSP, NNBSP
from portal.variants.matching import Rule, both, everywhere, substitute
from portal.variants.model import Confidence, Variant

_SIGNS = ("oqlf-espacement", "imprimerie-nationale")
_INSIDE = both("Une espace insécable sépare les guillemets des mots qu’ils entourent.")


def _space(match: re.Match[str], target: Variant) -> str:
    return (NNBSP if target is Variant.FR_FR else "") + match["mark"]


def _repair(match: re.Match[str], target: Variant) -> str | None:
    """A plain space becomes a no-break space; the narrow one is at home in France and foreign to Québec."""
    blank = match["blank"]
    is_right = blank == NBSP or (blank == NNBSP and target is Variant.FR_FR)
    return None if is_right else NBSP


MARKS = Rule(
    name="punctuation_spacing.marks",
    # The mark is not at the start of a line, nor after a bracket, an entity or another mark of its group.
    pattern=re.compile(rf"(?<=[^\s{BLANKS}(\[{{!?;¿¡/]){BLANK}*+(?P<mark>[;!?](?![=\[]))"),
    level=everywhere(Confidence.CERTAIN),
    explanation={
        Variant.FR_CA: "Au Québec, le point-virgule, le point d’exclamation et le point d’interrogation "
        "s’écrivent sans espace avant.",
        Variant.FR_FR: "En France, une espace fine insécable précède le point-virgule, le point d’exclamation et le "
        "point d’interrogation.",
    },
    sources=_SIGNS,
    rewrite=substitute(_space),
    is_typography=True,
    hints=";!?",
)

COLON = Rule(
    name="punctuation_spacing.colon",
    pattern=re.compile(rf"(?<=[^\s{BLANKS}(\[:])(?P<blank>{BLANK}++):(?![:/])"),
    level=everywhere(Confidence.CERTAIN),
    explanation=both("Une espace insécable précède le deux-points, pour qu’il ne passe pas seul à la ligne."),
    sources=_SIGNS,
    rewrite=substitute(_repair, "blank"),
    is_typography=True,
    hints=":",
)

OPENING = Rule(
    name="punctuation_spacing.opening_guillemet",
    pattern=re.compile(rf"(?<=«)(?P<blank>{BLANK}++)(?=[^\s»])"),
    level=everywhere(Confidence.CERTAIN),
    explanation=_INSIDE,
    sources=_SIGNS,
    rewrite=substitute(_repair, "blank"),
    is_typography=True,
    hints="«",
)

CLOSING = Rule(
    name="punctuation_spacing.closing_guillemet",
    pattern=re.compile(rf"(?<=[^\s{BLANKS}«])(?P<blank>{BLANK}++)(?=»)"),
    level=everywhere(Confidence.CERTAIN),
    explanation=_INSIDE,
    sources=_SIGNS,
    rewrite=substitute(_repair, "blank"),
    is_typography=True,
    hints="»",
)

SYMBOLS = Rule(
    name="punctuation_spacing.symbols",
    pattern=re.compile(
        rf"(?<=\d)(?P<blank>{BLANK}++)(?=[%$€¢‰°](?!\w)|[kMG]?[$€](?!\w)|\$(?:US|CA)\b|(?:[kcm]?m|k?g|ha|[kMG]Wh?)\b)"
    ),
    level=everywhere(Confidence.CERTAIN),
    explanation=both("Une espace insécable retient le symbole près de son nombre."),
    sources=("cldr-47", "oqlf-espacement"),
    rewrite=substitute(_repair, "blank"),
    is_typography=True,
)


RULES = (MARKS, COLON, OPENING, CLOSING, SYMBOLS)
