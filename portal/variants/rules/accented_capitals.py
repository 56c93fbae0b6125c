"""Rule: capitals keep their accents, on both sides.

Source: OQLF; Imprimerie nationale; Académie française.

Scope: the first letter of the words of a list, where the unaccented spelling is no other word.

Exceptions: « A » is never touched: it may be the verb. Words all in capitals, which may be initials, are left.

Confidence: probable both ways.
"""

from __future__ import annotations

import re

from portal.variants.function_words import words
from portal.variants.matching import Rule, both, everywhere, substitute
from portal.variants.model import Confidence

_PLAIN = str.maketrans("ÉÊÎ", "EEI")
_WORDS = words(
    """États État Étude Études Étudiant Étudiants Étudiante Étudiantes École Écoles Écologie Économie Écran Église
    Églises Égalité Élection Élections Élève Élèves Énergie Énergies Équipe Équipes Équipement Équipements
    Établissement Établissements Étape Étapes Été Événement Événements Évènement Évènements Évaluation Éducation
    Édition Éditions Échange Échanges Écocentre Éclairage Électricité Écosse Égypte Équateur Évêque Époque Épicerie
    Étage Étang Étoile Éolienne Éoliennes Également Évidemment Être Île Îles"""
)
_BY_PLAIN = {word.translate(_PLAIN): word for word in sorted(_WORDS)}

FIRST_LETTER = Rule(
    name="accented_capitals",
    pattern=re.compile(r"(?<![\w-])(?:" + "|".join(sorted(_BY_PLAIN, key=len, reverse=True)) + r")(?!\w)"),
    level=everywhere(Confidence.PROBABLE),
    explanation=both("Les majuscules gardent leurs accents."),
    sources=("oqlf-bdl", "imprimerie-nationale", "academie"),
    rewrite=substitute(lambda match, _: _BY_PLAIN[match[0]]),
)

RULES = (FIRST_LETTER,)
