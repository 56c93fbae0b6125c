"""Tries an entry on a text as if it were approved in both directions. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from portal import locales
from portal.localization.desk.explained import LEVELS
from portal.localization.glossary.approved import approved_glossary, engine_entry
from portal.localization.models import GlossaryEntry
from portal.variants import Proposal, Variant, adapt, explain


@dataclass(frozen=True)
class TrialProposal:
    """What the engine says of one passage, and whether the entry says it."""

    proposal: Proposal
    explanation: str
    is_by_entry: bool

    @property
    def level(self) -> str:
        return LEVELS[self.proposal.confidence]


@dataclass(frozen=True)
class Trial:
    """A text read in one direction."""

    name: str
    target: locales.PortalLocale
    text: str
    proposals: tuple[TrialProposal, ...]

    @property
    def says_something(self) -> bool:
        return any(found.is_by_entry for found in self.proposals)


def try_entry(entry: GlossaryEntry, text: str) -> list[Trial]:
    """The text adapted in each direction, the other approved entries in force."""
    return [_try(entry, text, target) for target in (Variant.FR_FR, Variant.FR_CA)]


def _try(entry: GlossaryEntry, text: str, target: Variant) -> Trial:
    tried = engine_entry(entry, target)
    others = [other for other in approved_glossary(target) if other.key != tried.key]
    glossary = [*others, tried] if entry.policy(target) else others
    adaptation = adapt(text, target.other, target, glossary)
    return Trial(
        name=GlossaryEntry.direction(target),
        target=locales.of_variant(target),
        text=adaptation.text,
        proposals=tuple(
            TrialProposal(proposal, explain(proposal, target), proposal.rule == f"vocabulary:{tried.key}")
            for proposal in adaptation.proposals
        ),
    )
