"""Rule: what neither side writes: a.m. and p.m., guillemets glued to their words, a percent sign glued to its figure,
a month with a capital, « Mr » for « M. ».

Source: Office québécois de la langue française; Imprimerie nationale; Le guide du rédacteur.

Scope: `check` only. An adaptation between two variants leaves alone what is wrong in both.

Exceptions: markup, addresses of pages, placeholders and code; a month that opens a sentence.

Confidence: probable: an editor reads it while writing.
"""

from __future__ import annotations

import re

from portal.variants.characters import BLANK, NBSP
from portal.variants.matching import Rule, both, everywhere, point_out, substitute
from portal.variants.model import Confidence

_MONTHS = "Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre"

MERIDIEM = Rule(
    name="common_norm.meridiem",
    pattern=re.compile(rf"(?<=\d){BLANK}?[ap]\.?m\b\.?", re.IGNORECASE),
    level=everywhere(Confidence.HUMAN),
    explanation=both("L’heure se compte sur vingt-quatre heures, sans a.m. ni p.m."),
    sources=("oqlf-heure",),
    rewrite=point_out,
)

GLUED_OPENING = Rule(
    name="common_norm.glued_opening_guillemet",
    pattern=re.compile(r"«(?=[^\s«»])"),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Une espace insécable suit le guillemet ouvrant."),
    sources=("oqlf-espacement", "imprimerie-nationale"),
    rewrite=substitute(lambda match, _: f"«{NBSP}"),
    is_typography=True,
    hints="«",
)

GLUED_CLOSING = Rule(
    name="common_norm.glued_closing_guillemet",
    pattern=re.compile(r"(?<=[^\s«»])»"),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Une espace insécable précède le guillemet fermant."),
    sources=("oqlf-espacement", "imprimerie-nationale"),
    rewrite=substitute(lambda match, _: f"{NBSP}»"),
    is_typography=True,
    hints="»",
)

GLUED_PERCENT = Rule(
    name="common_norm.glued_percent",
    pattern=re.compile(r"(?<=\d)%(?![\w{(%])"),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Une espace insécable précède le signe de pourcentage."),
    sources=("cldr-47", "oqlf-espacement"),
    rewrite=substitute(lambda match, _: f"{NBSP}%"),
    hints="%",
)

MONTH = Rule(
    name="common_norm.month",
    pattern=re.compile(rf"(?:(?<=\d{BLANK})|(?<=\d(?:er|re){BLANK}))(?:{_MONTHS})\b"),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Le nom du mois s’écrit avec une minuscule."),
    sources=("oqlf-bdl", "imprimerie-nationale"),
    rewrite=substitute(lambda match, _: match[0].lower()),
)

MISTER = Rule(
    name="common_norm.mister",
    pattern=re.compile(r"\bMr\b\.?"),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("« Monsieur » s’abrège en « M. »."),
    sources=("oqlf-bdl", "imprimerie-nationale"),
    rewrite=substitute(lambda match, _: "M."),
    hints="M",
)

RULES = (MERIDIEM, GLUED_OPENING, GLUED_CLOSING, GLUED_PERCENT, MONTH, MISTER)
