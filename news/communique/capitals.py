"""Gives a line in capitals its sentence case back: accents kept, proper names and acronyms restored where known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .folding import WORD, fold
from .mentions import NameIndex
from .vocabulary import Vocabulary

PLACES = {"france": "France", "quebec": "Québec", "canada": "Canada", "europe": "Europe"}
ABBREVIATIONS = {"mme": "Mme", "mmes": "Mmes", "mm": "MM"}
ROMAN = re.compile(r"(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_ORDINAL = re.compile(r"(?!VIE$)(?P<numeral>[IVX]{2,5}|I)(?P<suffix>ER|ERE|ÈRE|E|ÈME|EME)")
NUMBER = re.compile(r"\d+[^\W\d_]+\d*")
ACRONYMS = frozenset({"oif", "onu", "pme", "unesco"})
VOWELS = frozenset("aeiouy")
ENDS_SENTENCE = re.compile(r"[.!?…]\s")
APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class Restorer:
    """Restores lines of one release; `index` holds the known names."""

    vocabulary: Vocabulary
    index: NameIndex
    writes_accents: bool

    def restore(self, line: str) -> str:
        words = list(WORD.finditer(line))
        spellings = [self._spell(line, words, i) for i in range(len(words))]
        for found in self.index.find(line):
            covered = [i for i, word in enumerate(words) if found.start <= word.start() < found.end]
            for i, spelling in zip(covered, found.name.words, strict=True):
                spellings[i] = spelling
        for i, word in enumerate(words[:-1]):
            if word[0] == "A" and spellings[i + 1][:1].isupper() and stands_between_spaces(line, word):
                spellings[i] = "à"
        return assemble(line, words, spellings)

    def _spell(self, line: str, words: list[re.Match[str]], i: int) -> str:
        word = words[i][0]
        before = words[i - 1][0] if i else ""
        after = words[i + 1][0] if i + 1 < len(words) else ""
        return (
            self.vocabulary.proper(before, word, after)
            or spell_numeral(word)
            or spell_abbreviation(line, words[i])
            or self._spell_common(word)
        )

    def _spell_common(self, word: str) -> str:
        """Lowercase; accents come from the release when the line, or its capital letters, have none."""
        plain = word.lower()
        spelled = self.vocabulary.accented(word)
        if spelled is None or len(plain) <= 3 or spelled == plain:
            return plain
        has_same_end = spelled.replace("œ", "oe")[1:] == plain[1:]
        return spelled if has_same_end or not self.writes_accents else plain


def spell_numeral(word: str) -> str | None:
    ordinal = ROMAN_ORDINAL.fullmatch(word)
    if ordinal and (ROMAN.fullmatch(ordinal["numeral"]) or (ordinal["numeral"] == "I" and ordinal["suffix"] != "E")):
        return ordinal["numeral"] + ordinal["suffix"].lower()
    if ROMAN.fullmatch(word):
        return word
    if NUMBER.fullmatch(word):
        return word if word[-1] in "DG" and len(word) == 2 else word.lower()
    return None


def spell_abbreviation(line: str, match: re.Match[str]) -> str | None:
    """Civilities, and what cannot be a word: no vowel, letters and digits mixed, a letter by itself."""
    word, key = match[0], fold(match[0])
    elided = line[match.end() : match.end() + 1] in APOSTROPHES and match.end() < len(line)
    if key in PLACES:
        return PLACES[key]
    if elided:
        return None
    if key in ABBREVIATIONS:
        return ABBREVIATIONS[key]
    if len(word) == 1:
        return None if key in "aoy" or line[match.start() - 1 : match.start()] == "-" else word
    is_unreadable = VOWELS.isdisjoint(key) or any(c.isdigit() for c in word)
    return word if is_unreadable or key in ACRONYMS else None


def stands_between_spaces(line: str, word: re.Match[str]) -> bool:
    """The preposition of « À THETFORD », not the letter of « A-T-ELLE » or of « L’A »."""
    return line[word.end()].isspace() and (word.start() == 0 or line[word.start() - 1].isspace())


def assemble(line: str, words: list[re.Match[str]], spellings: list[str]) -> str:
    """The line with its words respelled, a capital at the head of each sentence."""
    parts, end, opens = [], 0, True
    for match, spelling in zip(words, spellings, strict=True):
        gap = line[end : match.start()]
        opens = opens or bool(ENDS_SENTENCE.search(gap))
        parts += [gap, spelling[:1].upper() + spelling[1:] if opens and spelling.islower() else spelling]
        end, opens = match.end(), False
    return "".join(parts) + line[end:]
