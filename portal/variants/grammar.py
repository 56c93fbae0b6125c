"""Reads the words around a place in a text: its determiner, its adjectives, its verb. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from portal.variants.characters import APOSTROPHES
from portal.variants.determiners import DETERMINERS, ELIDED, ELIDING, Determiner
from portal.variants.function_words import (
    ADVERBS,
    BEFORE_COPULA,
    COPULAS,
    NOT_ADJECTIVES,
    NUMERALS,
    PRENOMINAL,
    PREPOSITIONS,
    PRONOUNS,
)
from portal.variants.morphology import find_paradigms
from portal.variants.segment import Kind, Token

_OPENING = '«“"*_'
_SENTENCE_END = frozenset(".!?…\n")
_REACH = 60
_COMPLEMENT = 5


class Left(NamedTuple):
    """What stands before a noun: indices of tokens, from the determiner to the nearest adjective."""

    start: int
    determiner: Determiner | None
    preposition: str
    predeterminer: int | None
    elided: str
    adjectives: tuple[int, ...]


def previous(tokens: Sequence[Token], place: int) -> int:
    """The index of the word or mark before a place, over blanks, tags and opening quotes; -1 at the start."""
    place -= 1
    while place >= 0 and (
        tokens[place].kind is Kind.BLANK or tokens[place].text[0] == "<" or tokens[place].text in _OPENING
    ):
        place -= 1
    return place


def following(tokens: Sequence[Token], place: int) -> int:
    """The index of the word or mark after a place, over blanks and tags; the length at the end."""
    place += 1
    while place < len(tokens) and (tokens[place].kind is Kind.BLANK or tokens[place].text[0] == "<"):
        place += 1
    return place


def word(tokens: Sequence[Token], place: int) -> str:
    """The lower-case word at a place; empty when there is none there, or no word."""
    if 0 <= place < len(tokens) and tokens[place].kind is Kind.WORD:
        return tokens[place].text.lower()
    return ""


def read_left(tokens: Sequence[Token], place: int) -> Left:
    """The nominal group before the noun at `place`."""
    adjectives: list[int] = []
    k = previous(tokens, place)
    while len(adjectives) < 3 and _is_prenominal(tokens, k):
        adjectives.append(k)
        k = previous(tokens, k)
        if word(tokens, k) == "et" and _is_prenominal(tokens, previous(tokens, k)):
            k = previous(tokens, k)
    end = k
    if k > 0 and tokens[k].text in APOSTROPHES:
        k -= 1
        short = word(tokens, k)
        if short == "l":
            return _with_preposition(tokens, k, DETERMINERS["l"], tuple(adjectives))
        return Left(
            k if short in ELIDED else end + 1, None, "", None, short if short in ELIDED else "", tuple(adjectives)
        )
    found = DETERMINERS.get(word(tokens, k))
    if found:
        return _with_preposition(tokens, k, found, tuple(adjectives))
    elided = word(tokens, k) if word(tokens, k) in ELIDING else ""
    return Left(k if elided else end + 1, None, "", None, elided, tuple(adjectives))


def _is_prenominal(tokens: Sequence[Token], place: int) -> bool:
    text = word(tokens, place)
    if text in PRENOMINAL or text in NUMERALS or text.isdigit():
        return True
    if word(tokens, previous(tokens, place)) not in DETERMINERS or text in DETERMINERS or text in NOT_ADJECTIVES:
        return False
    return {paradigm.category for paradigm in find_paradigms(text)} == {"a"}


def _with_preposition(tokens: Sequence[Token], place: int, found: Determiner, adjectives: tuple[int, ...]) -> Left:
    before = previous(tokens, place)
    text = word(tokens, before)
    preposition, start, predeterminer = found.preposition, place, None
    if found.family == "le" and not preposition and text in ("de", "à"):
        preposition, start = text, before
    elif text in ("tout", "toute", "tous", "toutes"):
        predeterminer = before
    return Left(start, found, preposition, predeterminer, "", adjectives)


def agrees(form: str, gender: str, number: str) -> bool:
    """Whether a lower-case word is an adjective or a participle that may agree with this gender and number."""
    if form in NOT_ADJECTIVES:
        return False
    return any(p.category in "ap" and p.cells[gender + number] == form for p in find_paradigms(form))


def may_be(form: str, cell: str) -> bool:
    """Whether a lower-case word is a noun of this gender and number."""
    return bool(form) and any(p.category == "n" and p.cells[cell] == form for p in find_paradigms(form))


def find_governor(tokens: Sequence[Token], left: Left, place: int) -> tuple[bool, str]:
    """Whether a preposition governs the noun at `place`, and the word before it: « le programme | du week-end »."""
    start = left.start if left.predeterminer is None else left.predeterminer
    if left.preposition or left.elided in ("d", "de"):
        return True, word(tokens, previous(tokens, start))
    first = start if left.determiner or left.elided else left.adjectives[-1] if left.adjectives else place
    before = previous(tokens, first)
    if word(tokens, before) in PREPOSITIONS:
        return True, word(tokens, previous(tokens, before))
    return False, ""


def find_adjectives(
    tokens: Sequence[Token], place: int, gender: str, number: str, *, is_governed: bool
) -> Iterator[int]:
    """The adjectives and participles after the noun that ends at `place`, then those of the verb « être ».

    The verb agrees with the noun only when no preposition governs it.
    """
    k = following(tokens, place)
    while k < len(tokens):
        text = word(tokens, k)
        if agrees(text, gender, number):
            yield k
        elif text in ("et", "ou") or tokens[k].text == "," or text in ADVERBS or text.endswith("ment"):
            if not _leads_to_adjective(tokens, k, gender, number):
                break
        else:
            break
        k = following(tokens, k)
    if not is_governed:
        yield from _find_attribute(tokens, k, gender, number)


def _leads_to_adjective(tokens: Sequence[Token], place: int, gender: str, number: str) -> bool:
    after = following(tokens, place)
    if word(tokens, after) in ADVERBS:
        after = following(tokens, after)
    return agrees(word(tokens, after), gender, number)


def _find_attribute(tokens: Sequence[Token], k: int, gender: str, number: str) -> Iterator[int]:
    """« … qui ne doit pas être rendue »: the words that agree through « être »."""
    if word(tokens, k) == "qui":
        k = following(tokens, k)
    elif word(tokens, k) in PREPOSITIONS or word(tokens, k) in ("du", "des", "au", "aux"):
        k = _skip_complement(tokens, k)
    is_copula, limit = False, k + 16
    while k < min(limit, len(tokens)):
        text = word(tokens, k)
        if text in COPULAS:
            is_copula = True
        elif is_copula and agrees(text, gender, number):
            yield k
        elif not _stands_around_copula(tokens, k, is_after=is_copula):
            break
        k = following(tokens, k)


def _stands_around_copula(tokens: Sequence[Token], k: int, *, is_after: bool) -> bool:
    text = word(tokens, k)
    if text in BEFORE_COPULA or text in ADVERBS or tokens[k].text in APOSTROPHES:
        return True
    return is_after and (text.endswith("ment") or text in ("et", "ou"))


def _skip_complement(tokens: Sequence[Token], k: int) -> int:
    """Over « de mai », « du parc »: the place of the verb « être » soon after, or where it began."""
    start = k
    for _ in range(_COMPLEMENT):
        k = following(tokens, k)
        text = word(tokens, k)
        if text in COPULAS or text in BEFORE_COPULA:
            return k
        if not text or text in ("qui", "que", "et", "ou"):
            break
    return start


def reaches_further(tokens: Sequence[Token], place: int, cell: str) -> bool:
    """Whether something later in the sentence may agree with the noun: a pronoun, a relative, a shared verb."""
    after = following(tokens, place)
    if word(tokens, after) in ("que", "qu", "dont"):
        return True
    is_coordinated = word(tokens, after) in ("et", "ou")
    for token in tokens[place + 1 : place + 1 + _REACH]:
        if token.text in _SENTENCE_END:
            return False
        text = token.text.lower()
        if token.kind is Kind.WORD and (text in PRONOUNS[cell] or (is_coordinated and text in COPULAS)):
            return True
    return False
