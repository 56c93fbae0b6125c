"""Who may do what, as pure functions: each answers a refusal with its reason in French, or None when it is allowed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Actor:
    """What the policies know of a person: the slugs of the cities for which they hold each role."""

    is_administrator: bool = False
    edits_for: Collection[str] = field(default_factory=frozenset)
    approves_for: Collection[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class PageFacts:
    """What the policies know of a page: the city that leads it, and the city in whose French it stands."""

    lead_city: str | None
    city: str | None

    @property
    def is_variant(self) -> bool:
        return self.lead_city is not None and self.lead_city != self.city


EDITED_IN_REVIEW = "Cette page est une variante. Elle s’adapte segment par segment dans l’atelier de révision."
PUBLISHED_BY_REVIEW = "Cette page est une variante. Elle se publie depuis l’atelier, une fois tous ses segments lus."
NOT_AN_EDITOR = "Seule la rédaction d’une des deux villes peut modifier cette page."
NOT_AN_APPROVER = "La publication revient au groupe d’approbation de la ville qui écrit la page."


def refuse_to_edit(actor: Actor, page: PageFacts) -> str | None:
    """Source pages are co-edited by both cities; nobody edits a variant as a page."""
    if page.is_variant:
        return EDITED_IN_REVIEW
    if actor.is_administrator or actor.edits_for or actor.approves_for:
        return None
    return NOT_AN_EDITOR


def refuse_to_publish(actor: Actor, page: PageFacts) -> str | None:
    """A source page is published by its city's approvers; a variant by its review only."""
    if page.is_variant:
        return PUBLISHED_BY_REVIEW
    if actor.is_administrator or page.city in actor.approves_for:
        return None
    return NOT_AN_APPROVER
