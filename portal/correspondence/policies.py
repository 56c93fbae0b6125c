"""Who may read what citizens write: the people of the city that they wrote to."""

from __future__ import annotations

from portal.coediting.policies import Actor

NOT_YOURS = "Ce courrier s’adresse à l’autre ville. Seule sa rédaction peut le lire."
NOT_AN_EDITOR = "Le courrier des citoyens se lit dans la rédaction d’une des deux villes."


def cities_read_by(actor: Actor) -> frozenset[str]:
    """Slugs of the cities whose editors or approvers a person is among."""
    return frozenset(actor.edits_for) | frozenset(actor.approves_for)


def refuse_to_read(actor: Actor, city: str | None = None) -> str | None:
    """Why a person may not read what is written to a city, or to any at all; None when it is allowed."""
    if actor.is_administrator:
        return None
    mine = cities_read_by(actor)
    if not mine:
        return NOT_AN_EDITOR
    return NOT_YOURS if city and city not in mine else None
