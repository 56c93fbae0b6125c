"""Rule: the groups of three digits of a quantity are parted by a no-break space (U+00A0) in Québec and by a narrow
no-break space (U+202F) in France.

Source: Guide du rédacteur 2.3.1; CLDR 47 (fr-CA: U+00A0, fr: U+202F).

Scope: quantities already written in groups of three.

Exceptions: years, telephone numbers, postal codes, laws, and what follows the name of an identifier (SIRET, NEQ,
dossier, numéro…). A number without groups stays without groups.

Confidence: certain both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.variants.characters import BLANK, BLANKS, NBSP, NNBSP
from portal.variants.matching import Change, Rule, everywhere
from portal.variants.model import Confidence, Variant
from portal.variants.segment import Segment

_IDENTIFIER = re.compile(
    rf"(?:\b(?:SIRE[NT]|NEQ|RNA|NAS|TVA|TVQ|TPS|IBAN|dossier|matricule|numéro|compte|permis|poste|tél|téléphone|fax|"
    rf"télécopieur|cellulaire|portable|loi|article|code|référence|réf|lot|cadastre|n[o°])\.?|n\.o|[+#/-]){BLANK}*:?{BLANK}*$",
    re.IGNORECASE,
)


def _regroup(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
    if _IDENTIFIER.search(segment.text[max(0, match.start() - 20) : match.start()]):
        return ()
    separator = NNBSP if target is Variant.FR_FR else NBSP
    return (Change(match.start(), match.end(), re.sub(BLANK, separator, match[0])),)


GROUPS = Rule(
    name="thousands",
    pattern=re.compile(rf"(?<![\w.,/+-])(?<!\d[{BLANKS}])[1-9]\d{{0,2}}(?:{BLANK}\d{{3}})++(?!{BLANK}?\d|[\w/-]|\.\d)"),
    level=everywhere(Confidence.CERTAIN),
    explanation={
        Variant.FR_CA: "Au Québec, une espace insécable sépare les tranches de trois chiffres.",
        Variant.FR_FR: "En France, une espace fine insécable sépare les tranches de trois chiffres.",
    },
    sources=("cldr-47", "guide-redacteur"),
    rewrite=_regroup,
    is_typography=True,
)

RULES = (GROUPS,)
