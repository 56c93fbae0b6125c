"""Rule: straight double quotes become guillemets on both sides, with a no-break space inside; inside a quotation,
Québec uses “ ” where France opens guillemets again.

Source: Imprimerie nationale, Lexique des règles typographiques; OQLF, Banque de dépannage linguistique.

Scope: pairs of straight quotes around words, on one line; guillemets inside guillemets.

Exceptions: inches and seconds, markup attributes, code, an odd quote. Québec's “ ” are also right in France.

Confidence: probable both ways: a quote may be code that the text speaks about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.variants.characters import BLANK, NBSP
from portal.variants.matching import Change, Rule, both, everywhere
from portal.variants.model import Confidence, Variant
from portal.variants.segment import Segment


def _open_and_close(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
    """Two changes, so that what stands inside keeps its own proposals."""
    yield Change(match.start(), match.start() + 1, f"«{NBSP}")
    yield Change(match.end() - 1, match.end(), f"{NBSP}»")


def _curl(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
    yield Change(*match.span("opening"), "“")
    yield Change(*match.span("closing"), "”")


STRAIGHT = Rule(
    name="quotation_marks.straight",
    pattern=re.compile(r'(?<![\w=\\"])"(?=[^\s"])[^"\n]{1,300}+(?<!\s)"(?![\w"])'),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Les guillemets français remplacent les guillemets droits."),
    sources=("imprimerie-nationale", "oqlf-guillemets"),
    rewrite=_open_and_close,
    is_typography=True,
    hints='"',
)

NESTED = Rule(
    name="quotation_marks.nested",
    pattern=re.compile(
        rf"«[^«»\n]{{1,300}}+(?P<opening>«{BLANK}*+)[^«»\n]{{1,300}}?(?P<closing>{BLANK}*»)[^«»\n]{{0,300}}+»"
    ),
    level={Variant.FR_CA: Confidence.PROBABLE},
    explanation=both("Au Québec, une citation à l’intérieur d’une autre prend les guillemets anglais."),
    sources=("oqlf-guillemets", "cldr-47"),
    rewrite=_curl,
    is_typography=True,
    hints="«",
)

RULES = (NESTED, STRAIGHT)
