"""What a press release carries around its text: notices at its head, end mark and contacts at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .passages import Passage
from .typography import COLON

HEAD_NOTICE = re.compile(
    r"(?:communiqués?(?: de presse| conjoint)?(?: conjoint)?|"
    r"(?:pour|à) (?:diffusion|publication)(?: immédiate)?|diffusion immédiate|invitation aux médias|"
    r"(?:sous )?embargo\b.{0,80})[\s.:!–—-]*",
    re.IGNORECASE,
)
END_MARK = re.compile(r"(?:[-–—]\s*30\s*[-–—]|#\s?#\s?#)\s*")
CONTACT_MARK = re.compile(
    r"(?:sources?|renseignements?|informations?|contacts?(?: (?:de )?presse| médias?)?|"
    r"(?:pour (?:information|(?:de )?plus d[’']informations?|(?:tout )?renseignements?|nous joindre)"
    r"(?: supplémentaires?)?)|relations? (?:avec les |de )?(?:médias?|presse)|service (?:de )?presse)"
    r"(?:\s*:.*|\s*)",
    re.IGNORECASE | re.DOTALL,
)
MAX_CONTACT_LENGTH = 160
MAX_CONTACT_PASSAGES = 15


@dataclass(frozen=True, slots=True)
class Parted:
    """The passages of the text itself, and what stood around it."""

    body: list[Passage]
    contacts: str
    remarks: list[str]


def is_set_apart(line: str) -> bool:
    """A line that is never the continuation of another one."""
    return any(mark.fullmatch(line) for mark in (HEAD_NOTICE, END_MARK, CONTACT_MARK))


def part(passages: Sequence[Passage]) -> Parted:
    """Takes the notices and the contacts off, and says so."""
    start = 0
    while start < len(passages) and HEAD_NOTICE.fullmatch(passages[start].text):
        start += 1
    end = find_foot(passages, start + 1)
    remarks = [
        ("Embargo à respecter" if "embargo" in p.text.casefold() else "Mention d’en-tête non reprise") + COLON + p.text
        for p in passages[:start]
    ]
    foot = [p.text for p in passages[end:] if not END_MARK.fullmatch(p.text)]
    if foot:
        remarks.append("La source et les contacts, à la fin du texte, sont mis à part et ne seront pas publiés.")
    return Parted(list(passages[start:end]), "\n".join(foot), remarks)


def find_foot(passages: Sequence[Passage], start: int) -> int:
    """Index of the end mark or, failing one, of the contacts that close the text."""
    for index in range(start, len(passages)):
        if END_MARK.fullmatch(passages[index].text):
            return foot_before(passages, start, index)
    return foot_before(passages, start, len(passages))


def foot_before(passages: Sequence[Passage], start: int, end: int) -> int:
    """Contacts may also stand before the end mark; text in between keeps them in the body."""
    foot = end
    for index in range(end - 1, max(start, end - MAX_CONTACT_PASSAGES) - 1, -1):
        if len(passages[index].text) > MAX_CONTACT_LENGTH:
            break
        if CONTACT_MARK.fullmatch(passages[index].text):
            foot = index
    return foot
