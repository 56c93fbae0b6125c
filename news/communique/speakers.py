"""Reads « le maire Prénom Nom » or « Prénom Nom, mairesse de X »: who speaks, and in which office."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .folding import fold
from .mentions import NameIndex

DETERMINER = re.compile(r"(?:(?:le|la|les|son|sa|leur|notre|un|une)\s+|l[’'])", re.IGNORECASE)
CIVILITY = re.compile(r"(?:M\.|MM\.|Mmes?\.?|Mlle|Me|Dre?\.?|Pre?\.?|[Mm]onsieur|[Mm]adame|[Mm]aître)\s+")
PARTICLES = frozenset(("de", "du", "des", "la", "le", "van", "von", "der", "ben", "bin", "et"))
LINKS = PARTICLES | {"au", "aux", "à", "en", "sur", "dans", "par", "pour"}
NAME_WORD = re.compile(r"[\w.’'\u2010\u2011-]+")
ELIDED = re.compile(r"[dD][’'](?=\w)")
COUNTRIES = frozenset({"quebec", "canada", "france", "europe"})
# Where the circumstances begin: they belong neither to the name nor to the office.
CIRCUMSTANCES = re.compile(
    r",?\s(?:lors|à l[’']occasion|en marge|au sujet|à propos|dans le cadre|devant|au terme|à l[’']issue|pendant|"
    r"après|avant|au cours|qui|dont|au moment|au lendemain|durant|à la suite|tout en|ce (?:lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|matin|soir|midi)|en (?:conférence|entrevue|conclusion|\w+ant))\b.*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str = ""
    office: str = ""


def read_speaker(subject: str, index: NameIndex) -> Speaker | None:
    """The speaker in the subject of a speech verb; None when it names neither a person nor an office."""
    subject = CIRCUMSTANCES.sub("", subject.strip(" ,.;:\u00a0\u202f")).strip()
    parts = [part.strip() for part in re.split(r"\s*,\s+", subject) if part.strip()]
    if not parts:
        return None
    name = full_name(parts[0])
    if name:
        return Speaker(name, ", ".join(parts[1:]))
    determiner = DETERMINER.match(parts[0])
    if not determiner:
        return None
    return read_office([parts[0][determiner.end() :], *parts[1:]], index)


def circumstances(wording: str) -> str:
    """« lors de sa visite au centre »: what an attribution says besides who speaks."""
    match = CIRCUMSTANCES.search(wording)
    return match[0].strip(" ,") if match else ""


def read_office(parts: list[str], index: NameIndex) -> Speaker:
    """« directrice du cégep, Mme X », « maire Prénom Nom », « Ville de Pau »; the determiner is off already."""
    if parts[0][:1].isupper():
        return Speaker(full_name(parts[0]) or parts[0], ", ".join(parts[1:]))
    for position, part in enumerate(parts[1:], start=1):
        name = full_name(part)
        if name:
            return Speaker(name, ", ".join(parts[:position]))
    office, name = part_trailing_name(parts[0], index)
    return Speaker(name, ", ".join([office, *(parts[1:] if name else [])]))


def full_name(text: str) -> str:
    """The text as a person's name when it is nothing else; the civility goes, unless only a surname is left."""
    civility = CIVILITY.match(text)
    words = (text[civility.end() :] if civility else text).split()
    if not words or not is_capitalised(words[0]) or not all(is_name_part(words, i) for i in range(len(words))):
        return ""
    if len(words) > 1:
        return " ".join(words)
    return text if civility else ""


def part_trailing_name(text: str, index: NameIndex) -> tuple[str, str]:
    """Parts « maire de Pau Prénom Nom » in office and name; no name when it may be the place's."""
    civility = next(iter(re.finditer(rf"\s{CIVILITY.pattern}", text)), None)
    if civility and (name := full_name(text[civility.start() :].strip())):
        return text[: civility.start()].strip(), name
    words = text.split()
    first = len(words)
    while first and is_name_part(words, first - 1):
        first -= 1
    names = words[first:]
    if not names or not first:
        return text, ""
    if fold(words[first - 1]) in map(fold, LINKS) or re.search(r"[’']$", words[first - 1]):
        return part_place(words, first, index) or (text, "")
    return " ".join(words[:first]), " ".join(names)


def is_capitalised(word: str) -> bool:
    return word[:1].isupper() and NAME_WORD.fullmatch(word) is not None


def is_name_part(words: list[str], position: int) -> bool:
    """A capitalised word, or what links two of them: « de », « d’Exemple »."""
    word = words[position]
    if is_capitalised(word) and not ELIDED.match(word):
        return True
    elided = ELIDED.match(word)
    links = word in PARTICLES and position < len(words) - 1
    return position > 0 and is_capitalised(words[position - 1]) and (links or elided is not None)


def part_place(words: list[str], first: int, index: NameIndex) -> tuple[str, str] | None:
    """After « de », a known place comes off the head of the capitalised words; the rest is the name."""
    tail = " ".join(words[first:])
    found = next(index.find(tail), None)
    end = found.end if found and found.start == 0 else 0
    if not end and fold(words[first]) in COUNTRIES:
        end = len(words[first])
    name = full_name(tail[end:].strip()) if tail[end : end + 1].isspace() else ""
    return (" ".join([*words[:first], tail[:end]]), name) if end and name else None
