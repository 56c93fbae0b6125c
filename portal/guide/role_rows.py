"""Who may do what, for « Qui peut faire quoi »: asked of the policies and of the table of roles.

The review of a variant has no pure policy to ask: its group alone may, as `portal.localization.permissions` has it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from portal.coediting.policies import (
    SHORTEST_REASON,
    Actor,
    KeyFacts,
    PageFacts,
    refuse_to_archive,
    refuse_to_edit,
    refuse_to_give_key,
    refuse_to_publish_at_once,
    refuse_to_send_back,
)
from portal.coediting.role_table import ACCOUNTS, ADD, ADMINISTRATION, CITIES, CITY_ROLES, REGISTRY, Role
from portal.localization.glossary.policies import GlossaryActor, refuse_to_decide, refuse_to_propose
from portal.variants import Variant

OWN, OTHER = "own", "other"
REASON = "·" * SHORTEST_REASON
ROLES = {**CITY_ROLES, "administration": ADMINISTRATION}
ROLE_NAMES = [role.label for role in ROLES.values()]


@dataclass(frozen=True)
class Case:
    """A person who holds one role, in one city."""

    key: str

    @property
    def role(self) -> Role:
        return ROLES[self.key]

    @property
    def actor(self) -> Actor:
        return Actor(
            user_id=1,
            is_administrator=self.role is ADMINISTRATION,
            edits_for={OWN} if self.key == "editors" else frozenset(),
            approves_for={OWN} if self.key == "approvers" else frozenset(),
        )

    @property
    def glossary_actor(self) -> GlossaryActor:
        return GlossaryActor(
            is_administrator=self.role is ADMINISTRATION,
            is_editor=self.key in ("editors", "approvers"),
            reviews={Variant.FR_CA} if self.key == "reviewers" else frozenset(),
        )

    def holds(self, *permissions: str) -> bool:
        return set(permissions) <= {*self.role.models, *self.role.all_files, *self.role.own_files}


def _page(city: str) -> PageFacts:
    return PageFacts(lead_city=city, city=city)


ROWS: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    (
        "Écrire et soumettre une version d’origine de l’une ou l’autre ville",
        lambda case: all(refuse_to_edit(case.actor, _page(city)) is None for city in (OWN, OTHER)),
    ),
    ("Ajouter des images et des documents", lambda case: case.holds(*ADD)),
    ("Tenir à jour les axes, les programmes et les ententes", lambda case: case.holds(*REGISTRY)),
    (
        "Donner la clé de sa ville à un texte que l’on n’a pas écrit",
        lambda case: refuse_to_give_key(case.actor, KeyFacts(OWN, ())) is None,
    ),
    (
        "Donner la clé de sa ville à son propre texte",
        lambda case: refuse_to_give_key(case.actor, KeyFacts(OWN, (1,))) is None,
    ),
    (
        "Donner la clé de l’autre ville",
        lambda case: refuse_to_give_key(case.actor, KeyFacts(OTHER, ())) is None,
    ),
    ("Renvoyer une page avec un commentaire", lambda case: refuse_to_send_back(case.actor, KeyFacts(OWN, ())) is None),
    (
        "Archiver une page que sa ville écrit, ou en céder la main",
        lambda case: refuse_to_archive(case.actor, _page(OWN)) is None,
    ),
    (
        "Publier d’urgence, avec un motif écrit",
        lambda case: refuse_to_publish_at_once(case.actor, _page(OWN), REASON) is None,
    ),
    ("Relire et publier les variantes dans le français de sa ville", lambda case: case.key == "reviewers"),
    ("Proposer un terme au glossaire", lambda case: refuse_to_propose(case.glossary_actor) is None),
    (
        "Décider d’un terme vers le français de sa ville",
        lambda case: refuse_to_decide(case.glossary_actor, Variant.FR_CA) is None,
    ),
    ("Inviter une personne, fermer un compte", lambda case: case.holds(*ACCOUNTS)),
    ("Modifier les réglages d’une ville", lambda case: case.holds(*CITIES)),
)


def role_rows() -> list[tuple[str, list[bool]]]:
    """Each act, and for each role whether it may."""
    return [(act, [may(Case(key)) for key in ROLES]) for act, may in ROWS]
