"""Rule: Québec gives a capital to the generic of an official body, « le Conseil municipal », and to « la Ville » that
acts; France writes « le conseil municipal », and both « la ville » and « la Ville ».

Source: Le guide du rédacteur 3.3.44; OQLF, fiche 21584; Imprimerie nationale (majuscules).

Scope: the council, the library and the town hall of a municipality; the town as an administration, before a verb.

Exceptions: bodies of which there is one (l’Assemblée nationale), ministries, other people's words, titles.

Confidence: probable for the council; a person decides for the town.
"""

from __future__ import annotations

import re

from portal.variants.matching import Rule, both, point_out, substitute
from portal.variants.model import Confidence, Variant

_ARTICLE = r"(?:(?<=\b[Ll]e )|(?<=\b[Dd]u )|(?<=\b[Aa]u ))"
_ACTS = (
    r"(?:a|annonce|invite|participe|souhaite|organise|propose|accueille|lance|investit|tient|adopte|met|offre|soutient|"
    r"poursuit|remercie|rappelle|informe)\b"
)

COUNCIL_TO_FRANCE = Rule(
    name="institutions.council_to_france",
    pattern=re.compile(rf"{_ARTICLE}Conseil(?= municipal\b)"),
    level={Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("En France, le conseil municipal s’écrit avec des minuscules."),
    sources=("imprimerie-nationale", "guide-redacteur"),
    rewrite=substitute(lambda match, _: "conseil"),
    hints="C",
)

COUNCIL_TO_QUEBEC = Rule(
    name="institutions.council_to_quebec",
    pattern=re.compile(rf"{_ARTICLE}conseil(?= municipal de [A-ZÉ])"),
    level={Variant.FR_CA: Confidence.PROBABLE},
    explanation=both("Au Québec, le nom officiel d’un conseil municipal prend une majuscule."),
    sources=("guide-redacteur", "clefs-francais-pratique"),
    rewrite=substitute(lambda match, _: "Conseil"),
)

TOWN_TO_QUEBEC = Rule(
    name="institutions.town_to_quebec",
    pattern=re.compile(rf"(?<=\b[Ll]a )ville(?: de [A-ZÉ][\w-]*)?(?= {_ACTS})"),
    level={Variant.FR_CA: Confidence.PROBABLE},
    explanation=both("Au Québec, la Ville prend une majuscule lorsqu’il s’agit de l’administration."),
    sources=("oqlf-monnaie", "guide-redacteur"),
    rewrite=substitute(lambda match, _: "V" + match[0][1:]),
)

TOWN_TO_FRANCE = Rule(
    name="institutions.town_to_france",
    pattern=re.compile(r"(?<=\b[Ll]a )Ville\b"),
    level={Variant.FR_FR: Confidence.HUMAN},
    explanation=both("En France, « la Ville » prend aussi la minuscule, c’est un choix de maison."),
    sources=("imprimerie-nationale",),
    rewrite=point_out,
    once=True,
    hints="V",
)

RULES = (COUNCIL_TO_FRANCE, COUNCIL_TO_QUEBEC, TOWN_TO_QUEBEC, TOWN_TO_FRANCE)
