"""Tells whether a form found in a text is the word that the lexicon means: not a name, an acronym, another word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from portal.variants import grammar
from portal.variants.characters import APOSTROPHES, HYPHENS
from portal.variants.function_words import INVERTED, MOVING_CLITICS
from portal.variants.lexical_index import Reading
from portal.variants.model import Entry
from portal.variants.segment import Kind, Segment, Token

_STARTS = frozenset('.!?…:;([|>•·–—-*\n«“"/')


class Occurrence(NamedTuple):
    """A form found in a segment, from the token `place` up to the token `end`, and how it may be read."""

    segment: Segment
    place: int
    end: int
    readings: Sequence[Reading]

    @property
    def entry(self) -> Entry:
        return self.readings[0].entry

    @property
    def start(self) -> int:
        return self.segment.tokens[self.place].start

    @property
    def stop(self) -> int:
        return self.segment.tokens[self.end - 1].end

    @property
    def is_part_of_name(self) -> bool:
        """« le Souper des Chefs », « Radio Balado »: a capital inside the sentence, beside another."""
        tokens = self.segment.tokens
        beside = (grammar.previous(tokens, self.place), grammar.following(tokens, self.end - 1))
        return is_capitalised_inside(tokens, self.place) and any(_is_capitalised(tokens, k) for k in beside)


def stands_alone(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether the form is not a part of a longer word joined by hyphens or digits."""
    if place and tokens[place - 1].text in HYPHENS and place > 1 and tokens[place - 2].kind is Kind.WORD:
        return False
    if end + 1 < len(tokens) and tokens[end].text in HYPHENS and tokens[end + 1].kind is Kind.WORD:
        return tokens[end + 1].text.lower() in INVERTED
    return True


def is_other_word(tokens: Sequence[Token], place: int, end: int, reading: Reading) -> bool:
    """Whether the same letters are another word here: an acronym, a proper noun, a verb where a noun is meant."""
    text = "".join(token.text for token in tokens[place:end])
    if any(letter.isupper() for letter in reading.form):
        return not _has_same_capitals(text, reading.form)
    if len(text) < 6 and len(text) > 1 and text.isupper() and not _is_shouted(tokens, place, end):
        return True
    if reading.entry.needs == "determiner":
        return not _is_introduced(tokens, place, is_plural=reading.cell.endswith("p"))
    return False


def _is_introduced(tokens: Sequence[Token], place: int, *, is_plural: bool) -> bool:
    """Whether a determiner shows a noun; a plural may also follow « de », or open a line."""
    left = grammar.read_left(tokens, place)
    if left.determiner or not is_plural:
        return left.determiner is not None
    return left.elided in ("de", "d") or not grammar.word(tokens, grammar.previous(tokens, place))


def _has_same_capitals(text: str, form: str) -> bool:
    return text.isupper() or all(a == b or not b.isupper() for a, b in zip(text, form, strict=False))


def _is_shouted(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether the words around are in capitals too."""
    around = [token.text for token in tokens[max(0, place - 6) : end + 6] if token.kind is Kind.WORD]
    return all(text.isupper() for text in around if text.isalpha())


def is_capitalised_inside(tokens: Sequence[Token], place: int) -> bool:
    """Whether the form has a capital that the start of a sentence does not explain."""
    text = tokens[place].text
    if not text[0].isupper() or text.isupper():
        return False
    before = place - 1
    while before >= 0 and (tokens[before].kind is Kind.BLANK or tokens[before].text[0] == "<"):
        before -= 1
    return before >= 0 and tokens[before].text not in _STARTS and tokens[before].kind is not Kind.SEALED


def _is_capitalised(tokens: Sequence[Token], k: int) -> bool:
    return len(grammar.word(tokens, k)) > 1 and is_capitalised_inside(tokens, k)


def blocks_verb(tokens: Sequence[Token], place: int, end: int, entry: Entry, text: str) -> bool:
    """Whether a pronoun beside the verb would have to move: « contactez-nous » is not « communiquez avec-nous »."""
    if entry.part != "verb":
        return False
    if end < len(tokens) and tokens[end].text in HYPHENS and " " in text:
        return True
    before = grammar.previous(tokens, place)
    if before > 0 and tokens[before].text in APOSTROPHES:
        return grammar.word(tokens, before - 1) not in ("d", "qu", "lorsqu", "puisqu", "jusqu", "n")
    moving = grammar.word(tokens, before)
    is_infinitive = text.split(" ")[0].endswith(("er", "ir", "re"))
    return " " in text and (moving in MOVING_CLITICS or (is_infinitive and moving in ("nous", "vous")))
