"""Finds the words that somebody else said, and the titles of works, so that only their typography is adapted.

A pair of guillemets quotes somebody when a verb of speech or « selon » stands beside it, or when it holds a whole
sentence. A word in guillemets that is merely named (« courriel ») quotes nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PAIRS = re.compile(r"[«»“”]")
_REACH = 90
_SPEECH = re.compile(
    r"\b(?:selon|d['’]après|pour reprendre|citation|cite[rz]?|citant|"
    r"(?:a|ont|avait|avaient|avoir|ayant)\s+(?:\w+ment\s+)?(?:ainsi\s+)?"
    r"(?:déclaré|dit|affirmé|ajouté|commenté|conclu|confié|expliqué|indiqué|insisté|lancé|noté|poursuivi|précisé|"
    r"rappelé|répondu|résumé|souligné|mentionné|soutenu|estimé|assuré|annoncé|écrit|reconnu|fait savoir)|"
    r"(?:déclar|affirm|ajout|comment|confi|expliqu|indiqu|insist|lanc|précis|rappel|résum|soulign|mentionn|estim|"
    r"assur)(?:e|ent|ait|aient|ant)|dit|disait|disent|conclut|"
    r"s['’](?:est|était|exclame|étonne|inquiète)|poursuit|répond|soutient|se réjouit|"
    r"se félicite|témoigne|raconte)\b",
    re.IGNORECASE,
)
_WORKS = (
    "film|livre|roman|album|tableau|toile|sculpture|fresque|chanson|pièce|spectacle|concert|exposition|documentaire|atelier|"
    "conférence|colloque|forum|festival|concours|prix|projet|programme|campagne|opération|revue|magazine|journal|émission"
)
_ANNOUNCED_WORK = re.compile(rf"\b(?:{_WORKS}|intitulée?s?|nommée?s?|baptisée?s?|titrée?s?)\s*$", re.IGNORECASE)
_DESCRIBED_WORK = re.compile(rf"\s*,\s(?:un |une |le |la )?(?:{_WORKS})\b")
_SENTENCE = re.compile(r"\W*[A-ZÀÂÇÉÈÊËÎÏÔÙÛÜŒ].*[\w)»”][\s]*[.!?…,]?\W*", re.DOTALL)
_LONG_QUOTATION_WORDS = 8


def find_guillemets(text: str) -> Iterator[tuple[int, int]]:
    """The spans inside outermost pairs of guillemets, whichever way nested."""
    depth, start = 0, 0
    for match in _PAIRS.finditer(text):
        if match[0] in "«“":
            if depth == 0:
                start = match.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.start()


def find_quotations(text: str) -> Iterator[tuple[int, int]]:
    """The spans that quote somebody."""
    for start, end in find_guillemets(text):
        before = text[max(0, start - _REACH) : start - 1]
        after = text[end + 1 : end + 1 + _REACH]
        inside = text[start:end]
        if (
            _introduces_speech(before)
            or _closes_speech(after)
            or _is_whole_sentence(inside, before)
            or (inside.strip()[:1].isupper() and (_ANNOUNCED_WORK.search(before) or _DESCRIBED_WORK.match(after)))
        ):
            yield start, end


def _introduces_speech(before: str) -> bool:
    sentence = re.split(r"[.!?…»]\s", before)[-1]
    return bool(_SPEECH.search(sentence))


def _closes_speech(after: str) -> bool:
    sentence = re.split(r"[.!?…«](?:\s|$)", after)[0]
    return bool(re.match(r"\s*,", sentence)) and bool(_SPEECH.search(sentence))


def _is_whole_sentence(inside: str, before: str) -> bool:
    if len(inside.split(None, _LONG_QUOTATION_WORDS)) < _LONG_QUOTATION_WORDS:
        return False
    opens = not before.strip() or before.rstrip().endswith((":", ".", "!", "?", ">"))
    return opens and bool(_SENTENCE.fullmatch(inside))
