"""What the other city calls the same thing, from the public lexicon: « courriel » also looks for « e-mail »."""

from __future__ import annotations

from portal.content.glossary import lexicon
from portal.content.kept import kept
from portal.locales import FR_CA
from portal.search.engines.query import Phrase
from portal.search.words import Word, is_empty, stem, words_of

MAX_PHRASE_WORDS = 4
Stems = tuple[str, ...]


def synonyms() -> dict[Stems, list[tuple[str, Phrase]]]:
    """By the stems of a term, the terms of the other side as they are written and as they are searched. Kept."""
    return kept("search_synonyms", _read)


def _read() -> dict[Stems, list[tuple[str, Phrase]]]:
    found: dict[Stems, list[tuple[str, Phrase]]] = {}
    for line in lexicon(FR_CA):
        terms = [term for term in line.terms.values() if term]
        if line.depends_on_context or len(terms) < 2:
            continue
        for term, other in (terms, terms[::-1]):
            stems, phrase = stems_of(list(words_of(term))), _phrase(other)
            if stems and phrase and stems != stems_of(list(words_of(other))):
                found.setdefault(stems, []).append((other, phrase))
    return found


def stems_of(words: list[Word]) -> Stems:
    full = [word for word in words if not is_empty(word)]
    return tuple(stem(word.joined) for word in full) if len(full) <= MAX_PHRASE_WORDS else ()


def _phrase(term: str) -> Phrase:
    return tuple(word.joined for word in words_of(term) if not is_empty(word))
