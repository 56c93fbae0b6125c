"""Writes a nominal group anew around a noun that changes: determiner, elision, contraction, adjectives, participles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from portal.variants.characters import APOSTROPHE, NBSP
from portal.variants.determiners import DETERMINERS, elide, is_vocalic, write_determiner
from portal.variants.grammar import Left, find_adjectives, following, word
from portal.variants.morphology import inflect_adjective
from portal.variants.segment import Kind, Token

_BEFORE_VOWEL = {"nouveau": "nouvel", "beau": "bel", "vieux": "vieil"}
_BEFORE_CONSONANT = {short: full for full, short in _BEFORE_VOWEL.items()}


class Edit(NamedTuple):
    """A piece of text to write over a span of the segment."""

    start: int
    end: int
    text: str


def splice(text: str, edits: Sequence[Edit]) -> Edit:
    """One edit from the first to the last, with what stands between them."""
    edits = sorted(edits)
    parts, position = [], edits[0].start
    for edit in edits:
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return Edit(edits[0].start, position, "".join(parts))


def copy_case(model: str, text: str) -> str:
    """The text with the capitals of the words that it replaces."""
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return text.upper()
    if letters and letters[0].isupper():
        return text[:1].upper() + text[1:]
    return text


def agree_left(tokens: Sequence[Token], left: Left, noun: str, place: int, old: str, new: str) -> list[Edit]:
    """The edits before a noun at token `place`, whose cell goes from `old` to `new` and which now reads `noun`."""
    edits, next_word = [], noun
    for k in left.adjectives:
        form = _inflect(word(tokens, k), old, new, next_word)
        if form != word(tokens, k):
            edits.append(Edit(tokens[k].start, tokens[k].end, copy_case(tokens[k].text, form)))
        next_word = form
    first = left.adjectives[-1] if left.adjectives else place
    text = _write_left(left, next_word, old, new)
    if text:
        edits.append(_replace_words(tokens, left.start, first, text))
    if left.predeterminer is not None and old != new:
        token = tokens[left.predeterminer]
        form = write_determiner(DETERMINERS["tout"], "", new[0], new[1], "").rstrip()
        edits.append(Edit(token.start, token.end, copy_case(token.text, form)))
    return [edit for edit in edits if edit.text]


def _write_left(left: Left, next_word: str, old: str, new: str) -> str:
    if left.determiner:
        number = new[1] if old[1] != new[1] else left.determiner.number
        return write_determiner(left.determiner, left.preposition, new[0], number, next_word)
    return elide(left.elided, next_word) if left.elided else ""


def _replace_words(tokens: Sequence[Token], start: int, end: int, text: str) -> Edit:
    """Write `text` over the words from a token up to another, and keep the tags and quotes that stand between."""
    between = tokens[start:end]
    kept = "".join(_keep(token) for token in between)
    original = "".join(token.text for token in between)
    model = tokens[start].text
    if len(model) > 1 or not model.isupper():
        text = copy_case(model, text)
    elif "".join(token.text for token in tokens[end : end + 3]).isupper() and tokens[end + 1].kind is not Kind.BLANK:
        text = text.upper()
    else:
        text = text[0].upper() + text[1:]
    written = text + kept
    same = original.replace("'", APOSTROPHE).split() == written.replace("'", APOSTROPHE).split()
    return Edit(tokens[start].start, tokens[end].start, "" if same else written)


def _keep(token: Token) -> str:
    if token.text == "«":
        return f"«{NBSP}"
    return token.text if token.kind is Kind.SEALED or token.text in '“"*_' else ""


def _inflect(form: str, old: str, new: str, next_word: str) -> str:
    """An adjective before the noun, for its new cell and the sound that follows it."""
    form = _BEFORE_CONSONANT.get(form, form)
    if old != new:
        form = inflect_adjective(form, new[0], new[1]) or form
    return _BEFORE_VOWEL.get(form, form) if new == "ms" and is_vocalic(next_word) else form


def agree_right(tokens: Sequence[Token], place: int, old: str, new: str, *, is_governed: bool) -> list[Edit]:
    """The edits on the adjectives and participles after the noun whose last token is `place`."""
    edits = []
    for k in find_adjectives(tokens, place, old[0], old[1], is_governed=is_governed):
        form = inflect_adjective(word(tokens, k), new[0], new[1])
        if form and form != word(tokens, k):
            edits.append(Edit(tokens[k].start, tokens[k].end, copy_case(tokens[k].text, form)))
    return edits


def contract_right(tokens: Sequence[Token], place: int, text: str) -> tuple[str, int]:
    """A replacement that ends in « à » or « de » melts into the article after it: the text, and its last token."""
    after = following(tokens, place)
    article = word(tokens, after)
    head, _, preposition = text.rpartition(" ")
    melted = {("à", "le"): "au", ("à", "les"): "aux", ("de", "le"): "du", ("de", "les"): "des"}.get(
        (preposition, article)
    )
    if melted and all(token.kind is not Kind.SEALED for token in tokens[place:after]):
        return f"{head} {melted}", after
    return text, place
