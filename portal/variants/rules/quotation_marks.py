"""Rule: straight double quotes become guillemets on both sides, with a no-break space inside.

Source: Imprimerie nationale, Lexique des règles typographiques; OQLF, Vitrine linguistique.

Scope: pairs of straight quotes around words, on one line.

Exceptions: inches and seconds (a quote after a digit that opens nothing), markup attributes, code, an odd quote.

Confidence: probable both ways: a quote may be code that the text speaks about.
"""

from __future__ import annotations

import re

from portal.variants.characters import NBSP
from portal.variants.matching import Rule, both, everywhere, substitute
from portal.variants.model import Confidence

STRAIGHT = Rule(
    name="quotation_marks.straight",
    pattern=re.compile(r'(?<![\w=\\])"(?=[^\s"])(?P<inside>[^"\n]{1,300}+)(?<!\s)"(?!\w)'),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Les guillemets français « … » remplacent les guillemets droits."),
    sources=("imprimerie-nationale", "oqlf-guillemets"),
    rewrite=substitute(lambda match, _: f"«{NBSP}{match['inside']}{NBSP}»"),
    is_typography=True,
    hints='"',
)

RULES = (STRAIGHT,)
