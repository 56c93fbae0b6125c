"""Rule: France gives a capital to « le Premier ministre » by protocol, Québec writes « le premier ministre ». The title
of a person stays as that person writes it.

Source: OQLF (minuscule aux titres de fonction); protocole.info (usages de la République).

Scope: the head of a government, in a sentence.

Exceptions: the title before a name, and the words of others. The feminine of titles is in the lexicon, where a person
decides.

Confidence: probable both ways.
"""

from __future__ import annotations

import re

from portal.variants.matching import Rule, both, substitute
from portal.variants.model import Confidence, Variant

TO_FRANCE = Rule(
    name="titles.prime_minister_to_france",
    pattern=re.compile(
        r"(?:(?<=\b[Ll]e )premier|(?<=\b[Ll]a )première)(?= ministre (?:français|française|de la France)\b)"
    ),
    level={Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("En France, le protocole donne une majuscule au Premier ministre."),
    sources=("protocole-info", "oqlf-majuscules"),
    rewrite=substitute(lambda match, _: "P" + match[0][1:]),
)

TO_QUEBEC = Rule(
    name="titles.prime_minister_to_quebec",
    pattern=re.compile(r"(?:(?:(?<=\b[Ll]e )|(?<=\b[Dd]u ))Premier|(?<=\b[Ll]a )Première)(?= ministre\b)"),
    level={Variant.FR_CA: Confidence.PROBABLE},
    explanation=both("Au Québec, le titre de premier ministre s’écrit avec une minuscule."),
    sources=("oqlf-majuscules", "protocole-info"),
    rewrite=substitute(lambda match, _: "p" + match[0][1:]),
    hints="P",
)

RULES = (TO_FRANCE, TO_QUEBEC)
