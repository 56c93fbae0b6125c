"""Rule: no amount is ever converted; a dollar read in France needs its country, « 450 000 $ CA », which Québec leaves
out; « $US » and « $CA » are written with a space; « 85 millions $ » is spelled out for France.

Source: OQLF, fiche 21584; Bureau de la traduction du Canada; CLDR 47.

Scope: the dollar sign after figures, with k, M or G before it.

Exceptions: a sign before the figures, placeholders, « $ » beside a country already. The euro is the same on both sides.

Confidence: probable: the page says which currency it means.
"""

from __future__ import annotations

import re

from portal.variants.characters import BLANK, NBSP
from portal.variants.matching import Rule, both, substitute
from portal.variants.model import Confidence, Variant

_COUNTRY = rf"{BLANK}?(?:CA|US|AU|NZ|HK|CAN)\b"

BARE_DOLLAR = Rule(
    name="currency.bare_dollar",
    pattern=re.compile(rf"(?<=\d)(?:{BLANK}?[kMG])?{BLANK}?(?P<sign>\$)(?!{_COUNTRY}|\w)"),
    level={Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("Lu en France, un dollar sans pays est ambigu, on précise « $ CA » au moins la première fois."),
    sources=("oqlf-monnaie", "cldr-47"),
    rewrite=substitute(lambda match, _: f"${NBSP}CA", "sign"),
    once=True,
    hints="$",
)

CANADIAN_DOLLAR = Rule(
    name="currency.canadian_dollar",
    pattern=re.compile(rf"(?<=\d)(?:{BLANK}?[kMG])?{BLANK}?(?P<sign>\${BLANK}?CAN?)\b"),
    level={Variant.FR_CA: Confidence.PROBABLE},
    explanation=both("Au Québec, le symbole du dollar suffit si la page ne parle que de dollars canadiens."),
    sources=("oqlf-monnaie", "cldr-47"),
    rewrite=substitute(lambda match, _: "$", "sign"),
    hints="$",
)

GLUED_COUNTRY = Rule(
    name="currency.glued_country",
    pattern=re.compile(r"(?<=\d)(?:[^\S\n]?[kMG])?[^\S\n]?(?P<sign>\$(?P<country>US|CA))\b"),
    level={Variant.FR_CA: Confidence.PROBABLE, Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("Une espace insécable sépare le symbole du dollar de celui du pays."),
    sources=("oqlf-monnaie", "cldr-47"),
    rewrite=substitute(lambda match, _: f"${NBSP}{match['country']}", "sign"),
    hints="$",
)

MILLIONS = Rule(
    name="currency.millions",
    pattern=re.compile(
        rf"(?<=\bmillion{BLANK})\$|(?<=\bmillions{BLANK})\$|(?<=\bmilliards{BLANK})\$|(?<=\bmilliard{BLANK})\$"
    ),
    level={Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("En France, le symbole ne suit pas « millions », on écrit « millions de dollars canadiens »."),
    sources=("oqlf-monnaie", "gatineau"),
    rewrite=substitute(lambda match, _: "de dollars canadiens"),
    hints="$",
)

CENTS = Rule(
    name="currency.cents",
    pattern=re.compile(rf"(?<=\d){BLANK}?¢"),
    level={Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("Le signe du cent est peu connu en France, on l’écrit en toutes lettres."),
    sources=("cles-redaction",),
    rewrite=substitute(lambda match, _: f"{NBSP}cents"),
    hints="¢",
)

RULES = (CENTS, MILLIONS, CANADIAN_DOLLAR, GLUED_COUNTRY, BARE_DOLLAR)
