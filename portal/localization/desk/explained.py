"""The changes of a segment as the desk tells them: from what to what, why, on whose authority, how sure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from portal.localization.placing import Place
from portal.localization.segments import Segment
from portal.variants import Confidence, Proposal
from portal.variants.sources import load_sources

NBSP, NNBSP = "\u00a0", "\u202f"
LEVELS = {
    Confidence.CERTAIN: "sûr",
    Confidence.PROBABLE: "à décider",
    Confidence.HUMAN: "signalé",
    Confidence.GLOSS: "glose",
    Confidence.KEEP: "gardé",
}


@dataclass(frozen=True)
class ExplainedChange:
    """What the engine says in the same words at one or several places of a segment."""

    number: int
    """Its place among the segment's: what a form calls it by, behind the segment's key."""
    proposals: tuple[Proposal, ...]
    places: tuple[Place, ...]

    @property
    def proposal(self) -> Proposal:
        return self.proposals[0]

    @property
    def level(self) -> str:
        return LEVELS[self.proposal.confidence]

    @property
    def can_be_refused(self) -> bool:
        return any(place.is_written for place in self.places)

    @property
    def can_be_accepted(self) -> bool:
        return any(not place.is_written for place in self.places)

    @property
    def is_lost(self) -> bool:
        """Whether a person reworded every passage that it stood in."""
        return self.proposal.replacement is not None and not self.places

    @property
    def sources(self) -> str:
        registry = load_sources()
        return ", ".join(registry[key].title if key in registry else key for key in self.proposal.sources)

    @property
    def spacing(self) -> str:
        return spacing_of(self.proposal)

    @property
    def spaced(self) -> str:
        """What the space stands beside: « ; ! »."""
        return " ".join(dict.fromkeys((proposal.replacement or "").strip() for proposal in self.proposals))


def explain_changes(segment: Segment, places: Mapping[Proposal, Place]) -> list[ExplainedChange]:
    """In the order of the text; what is the same several times is told once."""
    groups: dict[tuple[object, ...], list[Proposal]] = {}
    for proposal in segment.proposals:
        told = spacing_of(proposal) or (proposal.original, proposal.replacement)
        groups.setdefault((proposal.rule, proposal.confidence, told), []).append(proposal)
    return [
        ExplainedChange(number, tuple(group), tuple(places[proposal] for proposal in group if proposal in places))
        for number, group in enumerate(groups.values())
    ]


def spacing_of(proposal: Proposal) -> str:
    """The space that makes the whole difference, in words, where nothing else would be seen."""
    original, replacement = proposal.original, proposal.replacement
    if replacement is None or _without_blanks(original) != _without_blanks(replacement):
        return ""
    if NNBSP in replacement:
        return "espace fine insécable"
    if NBSP in replacement:
        return "espace insécable"
    return "espace ordinaire" if " " in replacement else "sans espace"


def _without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)
