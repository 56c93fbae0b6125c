"""French words as the search compares them: without accents, ligatures, hyphens and elisions. Pure Python."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MAX_CHARACTERS = 40
APOSTROPHES = "'’‘ʼʹ′`´＇"
HYPHENS = "-\u2010\u2011\u2212"
SOFT_HYPHEN = "\u00ad"
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", SOFT_HYPHEN: None})
COMPOUND = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)*")
ELISIONS = frozenset({"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"})
ELISION = re.compile(rf"\b(?:{'|'.join(sorted(ELISIONS, key=len, reverse=True))})[{APOSTROPHES}](?=\w)", re.IGNORECASE)
_EMPTY = (
    "le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur "
    "leurs je tu il elle on nous vous ils elles me te se lui eux qui que quoi dont ou et mais donc or ni car si "
    "ne pas plus en dans par pour sur sous avec sans chez entre vers est sont etre ete ont avoir qu comment quand "
    "pourquoi quel quelle quels quelles "
)
EMPTY_WORDS = frozenset(_EMPTY.split())
IRREGULAR = {"yeux": "oeil", "cieux": "ciel", "mesdames": "madame", "messieurs": "monsieur"}
ENDINGS = (
    ("eaux", "eau"),
    ("aux", "al"),
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("eux", "eur"),
)


@dataclass(frozen=True)
class Word:
    """A word of a text. A compound has several parts: « rendez-vous » is found as two words and as one."""

    shown: str
    parts: tuple[str, ...]

    @property
    def joined(self) -> str:
        return "".join(self.parts)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every folded form under which it is found; a letter alone is none."""
        forms = self.parts if len(self.parts) == 1 else (*self.parts, self.joined)
        return tuple(form for form in forms if 1 < len(form) <= MAX_CHARACTERS)


def fold(text: str) -> str:
    """Lower case, without accents nor ligatures."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(LIGATURES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in their order, elided articles and pronouns left out."""
    plain = ELISION.sub(" ", unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, "")))
    for match in COMPOUND.finditer(plain):
        parts = tuple(part for part in re.split(rf"[{HYPHENS}]", fold(match.group())) if part)
        yield Word(match.group(), parts)


def folded_words(text: str) -> list[str]:
    """What an index holds of a text: every form of every word, in order."""
    return [form for word in words_of(text) for form in word.forms]


def is_empty(word: Word) -> bool:
    """Whether a word says nothing by itself, such as an article."""
    return not word.forms or (len(word.parts) == 1 and word.joined in EMPTY_WORDS)


def stem(word: str) -> str:
    """What the forms of a folded word have in common: number, gender and a few endings are taken off."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, replacement in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return _shorten(word.removesuffix(ending) + replacement)
    return _shorten(word.removesuffix("s").removesuffix("x"))


def _shorten(word: str) -> str:
    """Takes the feminine and the infinitive off: paloise → paloi; culturelle → culturel; active → activ."""
    if len(word) <= 4:
        return word
    short = word.rstrip("e") if len(word.rstrip("e")) >= 3 else word
    if len(short) > 4 and short[-1] == short[-2] and short[-1] in "lnt":
        short = short[:-1]
    if short.endswith("s") and not short.endswith("ss"):
        short = short[:-1]
    if short.endswith("if"):
        short = short[:-1] + "v"
    if len(short) >= 6 and short.endswith("er"):
        short = short[:-2]
    return short[:-3] + "al" if len(short) >= 6 and short.endswith("ail") else short


def distance(first: str, second: str) -> int:
    """Letters to change, add, take away or exchange with their neighbour to get from one word to the other."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        above, row, two_above = row, [i] + [0] * len(second), before
        for j, other in enumerate(second, 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                row[j] = min(row[j], two_above[j - 2] + 1)
        before = above
    return row[-1]
