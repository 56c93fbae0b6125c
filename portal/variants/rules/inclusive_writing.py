"""Rule: the median dot is kept by neither side; Québec recommends full doublets, France's texts of law the masculine.
Nothing that names people is ever rewritten by the engine.

Source: OQLF, fiches 25345 et 25351; circulaire du 21 novembre 2017.

Scope: words with a median dot, doublets cut short by brackets.

Exceptions: other people's words; the dot between figures or in Catalan names.

Confidence: a person decides, both ways.
"""

from __future__ import annotations

import re

from portal.variants.matching import Rule, both, everywhere, point_out
from portal.variants.model import Confidence

MEDIAN_DOT = Rule(
    name="inclusive_writing.median_dot",
    pattern=re.compile(r"\b[^\W\d]{2,40}[·•‧](?:[^\W\d]{1,8})(?:[·•‧]s)?\b"),
    level=everywhere(Confidence.HUMAN),
    explanation=both("Le point médian n’est retenu ni au Québec ni dans les textes officiels de France."),
    sources=("oqlf-epicene", "circulaire-2017"),
    rewrite=point_out,
    hints="·•‧",
)

RULES = (MEDIAN_DOT,)
