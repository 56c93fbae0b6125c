"""Where each change of the engine stands in a text of the variant, and how one is taken out of it or put in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.variants import Proposal


@dataclass(frozen=True)
class Place:
    """One proposal in a text of the variant: written there, or the words of the source in its stead."""

    proposal: Proposal
    start: int
    end: int
    is_written: bool


def place_changes(source_text: str, proposals: Sequence[Proposal], text: str) -> dict[Proposal, Place]:
    """Where the proposals that replace something stand in `text`; one that a person reworded has no place.

    A text made of the source and of any of the changes is read exactly. In any other each change is looked for alone.
    """
    text = unicodedata.normalize("NFC", text)
    changes = [proposal for proposal in proposals if proposal.replacement is not None]
    match = _pattern(unicodedata.normalize("NFC", source_text), changes).fullmatch(text)
    found = [
        Place(proposal, *match.span(f"c{number}"), match[f"c{number}"] == proposal.replacement)
        if match
        else _find_alone(text, proposal)
        for number, proposal in enumerate(changes)
    ]
    return {place.proposal: place for place in found if place}


def switch_changes(text: str, places: Iterable[Place]) -> str:
    """The text with some changes taken out where they were written, and written where they were not."""
    text = unicodedata.normalize("NFC", text)
    for place in sorted(places, key=lambda place: place.start, reverse=True):
        wanted = place.proposal.original if place.is_written else place.proposal.replacement or ""
        text = text[: place.start] + wanted + text[place.end :]
    return text


def _pattern(source_text: str, changes: Sequence[Proposal]) -> re.Pattern[str]:
    parts, position = [], 0
    for number, proposal in enumerate(changes):
        forms = sorted((proposal.original, proposal.replacement or ""), key=len, reverse=True)
        parts += [
            re.escape(source_text[position : proposal.start]),
            f"(?P<c{number}>{'|'.join(map(re.escape, forms))})",
        ]
        position = proposal.end
    return re.compile("".join([*parts, re.escape(source_text[position:])]))


def _find_alone(text: str, proposal: Proposal) -> Place | None:
    """The only place of a text that reads as one of the two forms; the longer one is looked for first."""
    for form in sorted((proposal.original, proposal.replacement or ""), key=len, reverse=True):
        if form and (count := text.count(form)):
            start = text.index(form)
            return Place(proposal, start, start + len(form), form == proposal.replacement) if count == 1 else None
    return None
