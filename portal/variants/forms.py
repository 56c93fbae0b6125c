"""Every form in which a term of the lexicon may stand in a text, keyed by its grammatical cell.

Nouns and adjectives have the cells ms, fs, mp, fp; verbs those of `morphology.TENSES`; anything else has one, "x".
"""

from __future__ import annotations

import re

from portal.variants.function_words import words
from portal.variants.model import Entry, Variant
from portal.variants.morphology import SLOTS, conjugate, find_paradigms, pluralise

_PREPOSITION = re.compile(
    r"(?= (?:(?:de|à|en|pour|sur|au|aux|du|des|par|sans|sous|avec|hors|loi|non|et)(?= )|d['’]|\d))"
)
# Words set beside a noun that do not vary: « des adresses courriel », « des pneus neige ».
_APPOSED = words(
    """courriel e-mail email mail web internet texte carbone batterie relais seniors neige stop presse jeunes coop tempo
    incendie bénéfice"""
)
_REFLEXIVE = re.compile(r"^(?:se |s['’])")
_REFLEXIVES = {"1sg": ("me", "m’"), "2sg": ("te", "t’"), "1pl": ("nous ", "nous "), "2pl": ("vous ", "vous ")}


def list_forms(entry: Entry, side: Variant) -> dict[str, str]:
    """The forms of an entry on one side, by cell; empty when the side has no word."""
    form = entry.form(side)
    if not form:
        return {}
    if entry.part == "verb":
        return _conjugate_phrase(form)
    if entry.part == "adjective":
        return _vary_phrase(form)
    if entry.part in ("noun", "acronym"):
        return _decline(entry, side)
    return {"x": form}


def _decline(entry: Entry, side: Variant) -> dict[str, str]:
    form, gender, number = entry.form(side), entry.gender(side) or "m", entry.number(side)
    if gender == "mf":
        return _vary_phrase(form)
    plural = form if number != "s" or entry.part == "acronym" else entry.plural(side) or _pluralise_phrase(form)
    numbers = {"p": plural} if number == "p" else {"s": form, "p": plural}
    return {letter + cell: text for letter in ("mf" if gender == "e" else gender) for cell, text in numbers.items()}


def _pluralise_phrase(phrase: str) -> str:
    """« fin de semaine » → « fins de semaine »: the words before the first preposition take the mark."""
    head, *tail = _PREPOSITION.split(phrase, maxsplit=1)
    first, *others = head.split(" ")
    plurals = [_pluralise_word(first, "n"), *(_pluralise_word(word, "a") for word in others)]
    return " ".join(plurals) + "".join(tail)


def _pluralise_word(word: str, category: str) -> str:
    is_fixed = any(letter.isupper() for letter in word[category == "n" :]) or (category == "a" and word in _APPOSED)
    return word if is_fixed else pluralise(word, category)


def _vary_phrase(phrase: str) -> dict[str, str]:
    """The four forms of an adjective, or of a noun that has a feminine, followed by invariable words."""
    head, *tail = _PREPOSITION.split(phrase, maxsplit=1)
    rest = "".join(tail)
    variants = [_cells(word) for word in head.split(" ")]
    return {cell: " ".join(word[cell] for word in variants) + rest for cell in SLOTS}


def _cells(word: str) -> dict[str, str]:
    plural = pluralise(word, "a")
    known = next((p.cells for p in find_paradigms(word) if all(p.cells.values())), {})
    return {cell: known.get(cell) or (plural if cell[1] == "p" else word) for cell in SLOTS}


def _conjugate_phrase(phrase: str) -> dict[str, str]:
    """« mettre en ligne », « se garer »: the first word is the verb; the table must know it."""
    reflexive = _REFLEXIVE.match(phrase)
    head, _, rest = (phrase[reflexive.end() :] if reflexive else phrase).partition(" ")
    tail = f" {rest}" if rest else ""
    if not reflexive:
        return {tense: form + tail for tense, form in conjugate(head).items()}
    return {
        tense: _with_pronoun(tense, form, phrase) + tail
        for tense, form in conjugate(head).items()
        if not tense.startswith("ppas")
    }


def _with_pronoun(tense: str, form: str, phrase: str) -> str:
    """The reflexive pronoun of the person; the imperative takes it after the verb."""
    if tense.startswith("impe"):
        return form + {"2sg": "-toi", "1pl": "-nous", "2pl": "-vous"}[tense[4:]]
    full, elided = _REFLEXIVES.get(tense[4:], ("se", "s’"))
    if full.endswith(" "):
        return full + form
    return elided + form if phrase[1] in "'’" else f"{full} {form}"
