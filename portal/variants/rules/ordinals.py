"""Rule: the ordinals are 1er, 1re, 2e, XXe on both sides; « 1ère » and « 2ème » are faults.

Source: Imprimerie nationale, Lexique des règles typographiques; OQLF.

Scope: Arabic and Roman figures followed by an ending.

Exceptions: identifiers and addresses of pages. 1er and 1re are right already.

Confidence: certain when the text goes to Québec, where professional translators always correct it; probable when it
goes to France, whose own texts keep « 2ème ».
"""

from __future__ import annotations

import re

from portal.variants.matching import Rule, both, substitute
from portal.variants.model import Confidence, Variant

_ENDINGS = {"ère": "re", "ere": "re", "ères": "res", "ième": "e", "ème": "e", "eme": "e", "ièmes": "es", "èmes": "es"}

ENDING = Rule(
    name="ordinals",
    pattern=re.compile(
        r"(?<![\w-])(?:(?:1|I)(?P<first>ères?|ere)|(?:\d{1,4}|[IVXL]{1,7})(?P<other>i?èmes?|eme))(?![\w-])"
    ),
    level={Variant.FR_CA: Confidence.CERTAIN, Variant.FR_FR: Confidence.PROBABLE},
    explanation=both("Les ordinaux s’abrègent en 1er, 1re, 2e et ainsi de suite, sans autre lettre."),
    sources=("imprimerie-nationale", "oqlf-bdl"),
    rewrite=substitute(
        lambda match, _: match[0].removesuffix(ending := match["first"] or match["other"]) + _ENDINGS[ending]
    ),
)

RULES = (ENDING,)
