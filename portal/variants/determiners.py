"""The small words before a noun, and the form that each takes for a gender, a number and a first sound."""

from __future__ import annotations

from typing import NamedTuple

from portal.variants.characters import APOSTROPHE
from portal.variants.function_words import ASPIRATED, UNELIDED


class Determiner(NamedTuple):
    """The family of a determiner, the preposition melted into it ("", "de", "à"), and what it tells of its noun."""

    family: str
    preposition: str
    genders: str
    number: str


# For each family: masculine before a consonant, masculine before a vowel, the two feminines, plural of both genders.
_FAMILIES: dict[str, tuple[str, str, str, str, str, str]] = {
    "le": ("le", "l’", "la", "l’", "les", "les"),
    "un": ("un", "un", "une", "une", "des", "des"),
    "ce": ("ce", "cet", "cette", "cette", "ces", "ces"),
    "mon": ("mon", "mon", "ma", "mon", "mes", "mes"),
    "ton": ("ton", "ton", "ta", "ton", "tes", "tes"),
    "son": ("son", "son", "sa", "son", "ses", "ses"),
    "notre": ("notre", "notre", "notre", "notre", "nos", "nos"),
    "votre": ("votre", "votre", "votre", "votre", "vos", "vos"),
    "leur": ("leur", "leur", "leur", "leur", "leurs", "leurs"),
    "quel": ("quel", "quel", "quelle", "quelle", "quels", "quelles"),
    "tout": ("tout", "tout", "toute", "toute", "tous", "toutes"),
    "aucun": ("aucun", "aucun", "aucune", "aucune", "aucuns", "aucunes"),
    "chaque": ("chaque", "chaque", "chaque", "chaque", "chaque", "chaque"),
    "certain": ("certain", "certain", "certaine", "certaine", "certains", "certaines"),
    "tel": ("tel", "tel", "telle", "telle", "tels", "telles"),
    "nul": ("nul", "nul", "nulle", "nulle", "nuls", "nulles"),
    "plusieurs": ("plusieurs",) * 6,
    "quelques": ("quelque", "quelque", "quelque", "quelque", "quelques", "quelques"),
}
_CELLS = ("m", "m", "f", "f", "m", "f")
_CONTRACTED = {"du": ("de", "m", "s"), "au": ("à", "m", "s"), "aux": ("à", "mf", "p")}

# Small words that lose their vowel before another, and which are not determiners.
ELIDED = {"d": "de", "qu": "que", "jusqu": "jusque", "lorsqu": "lorsque", "puisqu": "puisque", "n": "ne", "s": "se"}
ELIDING = {full: short for short, full in ELIDED.items()}

_VOWELS = frozenset("aàâäeéèêëiîïoôöuùûüyœæ")


def _index() -> dict[str, Determiner]:
    index: dict[str, Determiner] = {}
    for family, forms in _FAMILIES.items():
        for form in dict.fromkeys(forms):
            places = [place for place, other in enumerate(forms) if other == form]
            genders = "".join(sorted({_CELLS[place] for place in places}))
            index.setdefault(form.rstrip(APOSTROPHE), Determiner(family, "", genders, "p" if places[0] >= 4 else "s"))
    for form, (preposition, genders, number) in _CONTRACTED.items():
        index[form] = Determiner("le", preposition, genders, number)
    return index


DETERMINERS = _index()


def is_vocalic(word: str) -> bool:
    """Whether the word elides what precedes it: « l’eau », « l’hôtel », but « le hockey », « le SMS », « le yoga »."""
    head = word.lower().split("-")[0] if word.lower() not in UNELIDED else ""
    if not head or head in UNELIDED or head.rstrip("s") in ASPIRATED or head in ASPIRATED:
        return False
    if head[0] == "y":
        return len(head) > 1 and head[1] not in _VOWELS
    return head[0] in _VOWELS or head[0] == "h"


def write_determiner(determiner: Determiner, preposition: str, gender: str, number: str, following: str) -> str:
    """The determiner before `following`, with its blank; `preposition` ("", "de" or "à") is melted into it."""
    vocalic = is_vocalic(following)
    place = (4 if gender == "m" else 5) if number == "p" else (0 if gender == "m" else 2) + vocalic
    form = _FAMILIES[determiner.family][place]
    if preposition and determiner.family == "le":
        melted = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
        form = melted.get((preposition, form), f"{preposition} {form}")
    return form if form.endswith(APOSTROPHE) else form + " "


def elide(word: str, following: str) -> str:
    """`de`, `que`, `ne`… before `following`, with the apostrophe or the blank that joins them."""
    full = ELIDED.get(word, word)
    return ELIDING[full] + APOSTROPHE if is_vocalic(following) else full + " "
