"""Recognises the verb that hands words to a speaker: « a déclaré », « se réjouit », « a-t-elle ajouté »."""

from __future__ import annotations

import re

from .folding import fold

# Folded, as the words that are compared with them.
STEMS = (
    "admir|affirm|ajout|annonc|appreci|argu|assur|avanc|comment|confi|confirm|consider|constat|declar|demand|enchain|"
    "enthousiasm|esper|estim|evoqu|exhort|expliqu|exprim|felicit|illustr|indiqu|insist|invit|jug|lanc|martel|mentionn|"
    "not|observ|partag|pens|plaid|precis|proclam|racont|rappel|rappell|reaffirm|relat|relev|remarqu|remerci|reiter|"
    "resum|revel|salu|signal|soulign|temoign"
)
FORMS = (
    "dite?s?|disai?e?n?t|conclue?n?t?|conclue|poursuite?|poursuivie?|poursuivent|soutient|soutiennent|soutenu|"
    "rencheriss?e?n?t?|reconnait|reconnaissent|reconnu|rejouit?e?s?|rejouissent|admet|admettent|admis|repond|repondu|"
    "repondent|croit|croient|ecrit|ecrivent|promet|promis|souvient|souvenu|convient|convenu|maintient|maintenu|"
    "specifie|fait|font"
)
VERB = re.compile(rf"(?:{STEMS})(?:e|es|ent|ee|ees|a|ait|aient|erent|er)|{FORMS}")
# « fait » alone hands no words to anybody.
AFTER_FAIT = re.compile("valoir|savoir|remarquer|observer|part")
AUXILIARY = re.compile(
    "se|s|est|sont|a|ont|avait|avaient|t|l|le|y|comme|tenu|voulu|pour|sa|leur|son|part|tour|de|d|cote|egalement|"
    "aussi|ensuite|notamment|enfin|alors|abord|tout|ainsi|encore|bien|emblee|en|conclusion|\\w+ment"
)
PRONOUN = re.compile("il|elle|ils|elles|on|celui|celle")
WORD = re.compile(r"[^\W\d_]+")
MAX_WORDS_BEFORE = 9


def is_pronoun(word: str) -> bool:
    return PRONOUN.fullmatch(fold(word)) is not None


def is_auxiliary(word: str) -> bool:
    return AUXILIARY.fullmatch(fold(word)) is not None


def is_speech_verb(words: list[str], position: int) -> bool:
    word = fold(words[position])
    if not VERB.fullmatch(word):
        return False
    following = fold(words[position + 1]) if position + 1 < len(words) else ""
    return word not in ("fait", "font") or AFTER_FAIT.fullmatch(following) is not None


def find_opening_verb(clause: str) -> tuple[int, bool] | None:
    """Where the subject begins after the verb that opens the clause, and whether a pronoun is the subject.

    None when anything but auxiliaries and adverbs stands before the verb.
    """
    matches = list(WORD.finditer(clause))[: MAX_WORDS_BEFORE + 3]
    words = [match[0] for match in matches]
    for position, word in enumerate(words[:MAX_WORDS_BEFORE]):
        if is_speech_verb(words, position):
            # « a-t-il déclaré », « déclare-t-il », « affirme-t-elle »
            return matches[position].end(), any(map(is_pronoun, words[: position + 3]))
        if not is_auxiliary(word) and not is_pronoun(word):
            return None
    return None


def find_verb(lead: str) -> tuple[int, int] | None:
    """Where the last speech verb of a lead begins, its auxiliaries included, and where it ends."""
    matches = list(WORD.finditer(lead))
    words = [match[0] for match in matches]
    for position in range(len(words) - 1, -1, -1):
        if is_speech_verb(words, position):
            first = position
            while first and is_auxiliary(words[first - 1]):
                first -= 1
            return matches[first].start(), matches[position].end()
    return None
