"""From what somebody typed to what is looked for: each word, its forms, and what it may stand for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.search.engines import engine
from portal.search.engines.query import Phrase, Query
from portal.search.models import SearchWord
from portal.search.synonyms import MAX_PHRASE_WORDS, stems_of, synonyms
from portal.search.vocabulary import close_words, words_with_stems
from portal.search.words import Word, is_empty, stem, words_of

MAX_CHARACTERS = 200
MAX_WORDS = 10
MAX_FORMS = 12
MIN_SPLIT_CHARACTERS = 6
MUCH_MORE = 4
"""How many times as many pages must hold a word for it to be the one that was meant."""
MAX_SUGGESTIONS = 3


@dataclass
class Term:
    """One typed word and the phrases that are looked for in its place."""

    typed: str
    word: Word
    phrases: list[Phrase] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    """What it was taken for, as pages write it, when no page holds it."""
    synonyms: list[str] = field(default_factory=list)

    @property
    def is_unknown(self) -> bool:
        return not self.phrases


@dataclass(frozen=True)
class Understood:
    text: str
    """What was typed, cleaned."""
    terms: list[Term]

    @property
    def query(self) -> Query | None:
        """None when no word of it could be found in any page."""
        groups = tuple(tuple(term.phrases) for term in self.terms if term.phrases)
        return Query(groups) if groups else None

    @property
    def corrected(self) -> list[Term]:
        return [term for term in self.terms if term.corrections]

    @property
    def unknown(self) -> list[str]:
        return [term.typed for term in self.terms if term.is_unknown]

    @property
    def synonyms(self) -> list[str]:
        return list(dict.fromkeys(other for term in self.terms for other in term.synonyms))

    @property
    def looked_for(self) -> set[str]:
        """Every folded word that a result may hold, for the marks in it."""
        return {word for term in self.terms for phrase in term.phrases for word in phrase}


def clean(text: str) -> str:
    """One line without control characters, of a bearable length."""
    visible = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") else letter for letter in text)
    return " ".join(visible.split())[:MAX_CHARACTERS].strip()


def understand(text: str) -> Understood:
    """In six queries at most, whatever was typed."""
    cleaned = clean(text)
    typed = [word for word in words_of(cleaned) if word.forms]
    full = [word for word in typed if not is_empty(word)] or typed
    terms = [Term(word.shown, word) for word in full[:MAX_WORDS]]
    others = list(_other_words(terms))
    stems = {stem(form) for term in terms for form in term.word.forms}
    stems |= {stem(word) for _, _, phrase in others for word in phrase}
    known = words_with_stems(stems) if stems else {}
    for term in terms:
        term.phrases = _forms(term.word, known)
    for term, other, phrase in others:
        if all(stem(word) in known for word in phrase):
            term.synonyms.append(other)
            term.phrases.append(tuple(known[stem(word)][0].word for word in phrase))
    for correct in (_take_for_close_words, _cut_in_two, _look_further):
        if unknown := [term for term in terms if term.is_unknown]:
            correct(unknown)
    return Understood(cleaned, terms)


def suggest(understood: Understood) -> list[str]:
    """The same question with a rare word replaced by a frequent one that looks like it: when little was found."""
    words = [term.word.joined for term in understood.terms if term.phrases and not term.corrections]
    close = close_words(words)
    counts = {word.word: word.pages for word in SearchWord.objects.filter(word__in=words)}
    return [
        understood.text.replace(term.typed, found.shown)
        for term in understood.terms
        for found in close.get(term.word.joined, [])
        if found.pages > MUCH_MORE * counts.get(term.word.joined, 0) and found.stem != stem(term.word.joined)
    ][:MAX_SUGGESTIONS]


def _forms(word: Word, known: dict[str, list[SearchWord]]) -> list[Phrase]:
    """The word in every form that pages hold; a compound as one word, and as its parts together."""
    phrases: list[Phrase] = [(found.word,) for found in known.get(stem(word.joined), [])[:MAX_FORMS]]
    parts = [part for part in word.parts if len(part) > 1]
    if len(word.parts) > 1 and parts and all(stem(part) in known for part in parts):
        phrases.append(tuple(known[stem(part)][0].word for part in parts))
    return phrases


def _other_words(terms: list[Term]) -> Iterator[tuple[Term, str, Phrase]]:
    """What the other city says for a word, or for several that follow each other: it then stands for each of them."""
    known = synonyms()
    for start in range(len(terms)):
        for end in range(start + 1, min(len(terms), start + MAX_PHRASE_WORDS) + 1):
            span = terms[start:end]
            for other, phrase in known.get(stems_of([term.word for term in span]), []):
                yield from ((term, other, phrase) for term in span)


def _take_for_close_words(terms: list[Term]) -> None:
    """A word one fault away, else one that begins so, else one a little further, in every form."""
    close = close_words(term.word.joined for term in terms)
    stems = {word.stem for found in close.values() for word in found}
    forms = words_with_stems(stems) if stems else {}
    for term in terms:
        for found in close.get(term.word.joined, []):
            term.corrections.append(found.shown)
            term.phrases.extend((form.word,) for form in forms[found.stem][:MAX_FORMS])


def _cut_in_two(terms: list[Term]) -> None:
    """« thetfordmines » for « thetford mines »: where the rarer half is the most frequent."""
    cuts = {term.typed: _cuts(term.word.joined) for term in terms}
    parts = {part for found in cuts.values() for cut in found for part in cut}
    known = SearchWord.objects.in_bulk(parts) if parts else {}
    for term in terms:
        whole = [cut for cut in cuts[term.typed] if all(part in known for part in cut)]
        if whole:
            best = max(whole, key=lambda cut: min(known[part].pages for part in cut))
            term.corrections.append(" ".join(known[part].shown for part in best))
            term.phrases.append(best)


def _cuts(word: str) -> list[Phrase]:
    is_long = len(word) >= MIN_SPLIT_CHARACTERS
    return [(word[:place], word[place:]) for place in range(2, len(word) - 1)] if is_long else []


def _look_further(terms: list[Term]) -> None:
    """Several faults in one word: the first such word only, so that a line of nonsense costs no more."""
    term = terms[0]
    for found in engine().far_words(term.word.joined):
        term.corrections.append(found.shown)
        term.phrases.append((found.word,))
