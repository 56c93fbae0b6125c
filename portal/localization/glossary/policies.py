"""Who may do what with the glossary, as pure functions: each answers a refusal with its reason in French, or None."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from portal import locales
from portal.variants import Variant


@dataclass(frozen=True)
class GlossaryActor:
    """What the policies know of a person: whether they write for a city, and the variants that they review."""

    is_administrator: bool = False
    is_editor: bool = False
    """Whether they are in the rédaction or the approbation of either city."""
    reviews: Collection[Variant] = field(default_factory=frozenset)


NOT_A_READER = "Le glossaire se prépare entre la rédaction, l’approbation et la révision des deux villes."
NOT_AN_EDITOR = "Les entrées sont proposées par la rédaction et l’approbation des deux villes. La révision les décide."
NOT_A_REVIEWER = "Ce sens est décidé par la révision du {variant}. Il vous revient de décider l’autre."
NOT_A_DECIDER = "Les entrées sont décidées par la révision des variantes. Il vous revient de les proposer."
WAS_DECIDED = "Cette entrée a déjà été décidée. Elle garde son historique : refusez-la plutôt que de la supprimer."


def refuse_to_read(actor: GlossaryActor) -> str | None:
    return None if actor.is_administrator or actor.is_editor or actor.reviews else NOT_A_READER


def refuse_to_propose(actor: GlossaryActor) -> str | None:
    """Whoever edits pages may add an entry and change one: it is proposed again."""
    return None if actor.is_administrator or actor.is_editor else NOT_AN_EDITOR


def refuse_to_decide(actor: GlossaryActor, target: Variant) -> str | None:
    """A direction belongs to the reviewers of the variant that it leads to."""
    if actor.is_administrator or target in actor.reviews:
        return None
    if not actor.reviews:
        return NOT_A_DECIDER
    return NOT_A_REVIEWER.format(variant=locales.of_variant(target).name_in_sentence)


def refuse_to_delete(actor: GlossaryActor, *, was_decided: bool) -> str | None:
    """What nobody ever decided may be taken back; the rest is kept, refused at most."""
    return refuse_to_propose(actor) or (WAS_DECIDED if was_decided else None)
