"""Stretches whose words belong to somebody: streets and their numbers, whatever the lexicon makes of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WAYS = (
    "rue|avenue|av\\.|boulevard|boul\\.|bd|place|chemin|rang|route|allées?|impasse|quai|cours|square|montée|côte|"
    "promenade|passage|esplanade|rond-point|autoroute|pont|parc|stade|salle|théâtre|palais|musée|centre|aréna|complexe"
)
_CAPITAL = r"[A-ZÀÂÇÉÈÊÎÔÛŒ][\w’'-]*"
_LINK = r"(?:(?:de|du|des|la|le|les|à|aux|et)\s|de\sla\s|[dl]['’])"
_NUMBERED = re.compile(
    rf"\b\d{{1,5}}(?:\s?(?:bis|ter|[A-D]))?,?\s(?:{_WAYS})\s(?:{_LINK}){{0,2}}[^\s,;()<]+(?:\s{_CAPITAL}){{0,4}}",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?i:{_WAYS})\s(?:{_LINK}){{0,2}}{_CAPITAL}(?:\s(?:{_LINK}){{0,2}}{_CAPITAL}){{0,4}}")
_BODY = re.compile(
    r"\b(?:Fédération|Ligue|Coupe|Championnat|Union|Association|Club|Comité|Ordre|Fondation|Confrérie)\s"
    r"(?:[\w-]+\s){0,3}(?:de\sla\s|de\s|du\s|des\s|de\sl['’]|d['’])[\w-]+"
)
_TITLED = re.compile(rf"\b(?:M\.|Mme|M\.\sle|Madame|Monsieur|Me|Dre?|Pre?)\s{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}")


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """The spans of addresses, of places with a proper name, of bodies and of persons called by theirs."""
    for pattern in (_NUMBERED, _NAMED, _BODY, _TITLED):
        for match in pattern.finditer(text):
            yield match.span()
