"""How a release itself spells its words: the evidence from which a line in capitals gets its case and accents back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from .folding import WORD, fold, is_in_capitals

SENTENCE_OPENERS = frozenset('.!?…:•–—«“"\n')
MAX_ACRONYM_LETTERS = 8

Forms = dict[str, set[str]]
PairForms = dict[tuple[str, str], set[str]]


@dataclass
class Vocabulary:
    """Spellings met inside sentences, by folded word; a word that opens a sentence proves no capital."""

    lower: Forms = field(default_factory=dict)
    capital: Forms = field(default_factory=dict)
    before: PairForms = field(default_factory=dict)
    after: PairForms = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        vocabulary = cls()
        for text in texts:
            if not is_in_capitals(text):
                vocabulary._learn(text)
        return vocabulary

    def _learn(self, text: str) -> None:
        previous, end = "", 0
        for match in WORD.finditer(text):
            word, gap = match[0], text[end : match.start()]
            opens = not previous or not SENTENCE_OPENERS.isdisjoint(gap)
            if word.islower():
                self.lower.setdefault(fold(word), set()).add(word)
            elif not opens or is_acronym(word):
                self.capital.setdefault(fold(word), set()).add(word)
            if not opens and previous[0].isupper():
                self.after.setdefault((fold(previous), fold(word)), set()).add(word)
            previous, end = word, match.end()
        self._learn_pairs(text)

    def _learn_pairs(self, text: str) -> None:
        """What a word looks like before another one: « la Ville de », but « une ville médiane »."""
        matches = list(WORD.finditer(text))
        for (outer, first), (_, second) in pairwise(enumerate(matches)):
            gap = text[matches[outer - 1].end() : first.start()] if outer else "."
            if SENTENCE_OPENERS.isdisjoint(gap):
                self.before.setdefault((fold(first[0]), fold(second[0])), set()).add(first[0])

    def proper(self, previous: str, word: str, following: str) -> str | None:
        """The one spelling with a capital that the release gives to the word in this place, if any."""
        key = fold(word)
        for forms in (self.after.get((fold(previous), key)), self.before.get((key, fold(following)))):
            if forms and len(forms) == 1 and not next(iter(forms)).islower():
                return next(iter(forms))
        forms = self.capital.get(key)
        return min(forms) if forms and key not in self.lower else None

    def accented(self, word: str) -> str | None:
        """The one lowercase spelling in the release, when it has only one."""
        forms = self.lower.get(fold(word), set())
        return next(iter(forms)) if len(forms) == 1 else None


def is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= MAX_ACRONYM_LETTERS
