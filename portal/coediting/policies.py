"""Who may do what, as pure functions: each answers a refusal with its reason in French, or None when it is allowed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Actor:
    """What the policies know of a person: the slugs of the cities for which they hold each role."""

    user_id: int | None = None
    is_administrator: bool = False
    edits_for: Collection[str] = field(default_factory=frozenset)
    approves_for: Collection[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class PageFacts:
    """What the policies know of a page: the city that leads it, and the city in whose French it stands."""

    lead_city: str | None
    city: str | None
    is_archived: bool = False
    is_home: bool = False
    was_published: bool = False

    @property
    def is_variant(self) -> bool:
        return self.lead_city is not None and self.lead_city != self.city


@dataclass(frozen=True)
class KeyFacts:
    """What the policies know of a key: the city that it stands for, and the ids of those who wrote the text.

    `is_awaited` is whether the page waits for this key; `is_current` whether the person has read the very text that the
    key would be bound to.
    """

    city: str
    author_ids: Collection[int | None]
    is_awaited: bool = True
    is_current: bool = True


EDITED_IN_REVIEW = "Cette page est une variante. Elle s’adapte segment par segment dans l’atelier de révision."
PUBLISHED_BY_REVIEW = "Cette page est une variante. Elle se publie depuis l’atelier, une fois tous ses segments lus."
ARCHIVED = "Cette page est archivée. Restaurez-la avant de la modifier."
ARCHIVED_WITH_SOURCE = "Cette page est une variante. Elle s’archive et se restaure avec sa version d’origine."
WITHDRAWN_WITH_SOURCE = "Cette page est une variante. Elle se retire avec sa version d’origine."
STANDS_BY_ITS_SOURCE = "Cette page est une variante. Elle se trouve là où est sa version d’origine, et la suit partout."
LIVES_WITH_SOURCE = "Cette page est une variante. Elle vit et disparaît avec sa version d’origine."
COPIED_BY_REVIEW = "Cette page est une variante. Copiez sa version d’origine, la variante de la copie suivra."
ARCHIVED_STAYS = "Cette page est archivée et garde son adresse. Restaurez-la avant de la retirer."
IS_HOME = "C’est une page d’accueil. Elle reste en ligne."
ONCE_PUBLISHED = "Cette page a été publiée. Son adresse est connue\u00a0: elle s’archive au lieu d’être supprimée."
PUBLISHED_BELOW = "Des pages qui ont été publiées dépendent de celle-ci. Elle ne peut pas être supprimée avec elles."
KEEPS_ITS_ADDRESS = "Cette page a été publiée. Son adresse est connue\u00a0: elle reste où elle est."
OTHER_TREE = "Cette page reste dans l’arbre de la ville qui l’écrit. L’autre ville en révise la variante."
ONE_ADDRESS = "Une page n’a qu’une adresse\u00a0: le portail n’a pas d’alias."
NOT_PRIVATE = "Le portail n’a pas de page privée\u00a0: une page est publique dans les deux arbres, ou dans aucun."
NOT_AN_ARCHIVIST = "L’archivage revient au groupe d’approbation de la ville qui écrit la page."
NOT_AN_EDITOR = "Seule la rédaction d’une des deux villes peut modifier cette page."
NEEDS_KEYS = (
    "Une page se publie par les clés des deux villes. Soumettez-la : chaque groupe d’approbation donne la sienne."
)
NOT_AN_APPROVER = "Cette clé revient au groupe d’approbation de l’autre ville ou à une autre personne."
NOT_AWAITED = "Cette page n’attend pas cette clé. Rechargez-la pour voir où elle en est."
CHANGED_SINCE = "La page a changé depuis que vous l’avez lue. Relisez-la, puis donnez la clé."
OWN_WORDS = "Vous avez écrit cette version. La clé de votre ville revient à une autre personne du groupe d’approbation."
NOT_AN_ADMINISTRATOR = "La publication d’urgence revient à l’administration."
NO_REASON = "Écrivez pourquoi la page ne peut pas attendre les clés, en vingt caractères au moins."

OF_ANOTHER_ROLE = {
    "edit": NOT_AN_EDITOR,
    "copy": NOT_AN_EDITOR,
    "move": NOT_AN_EDITOR,
    "delete": NOT_AN_EDITOR,
    "add_subpage": "Seule la rédaction d’une des deux villes peut créer une page, là où une page a sa place.",
    "unpublish": "Le retrait d’une page en ligne revient au groupe d’approbation de la ville qui l’écrit.",
    "unschedule": "Annuler ce qui est programmé revient au groupe d’approbation de la ville qui écrit la page.",
    "reorder_children": "L’ordre des pages revient au groupe d’approbation de la ville dont c’est l’arbre.",
    "lock": "Le verrou d’une page revient à l’administration technique. On peut écrire à deux sans lui.",
    "unlock": "Ce verrou revient à qui l’a posé, ou à l’administration technique.",
}
"""Why Wagtail's own permissions refuse, by the verb as Wagtail names it, when no policy does."""
ANOTHER_SCREEN = "Cet écran revient à un autre groupe. Si c’est une erreur, écrivez à l’administration du portail."

SHORTEST_REASON = 20
"""Characters that the reason of an emergency publication needs."""


def refuse_to_edit(actor: Actor, page: PageFacts) -> str | None:
    """Source pages are co-edited by both cities; nobody edits a variant as a page."""
    if page.is_variant:
        return EDITED_IN_REVIEW
    if page.is_archived:
        return ARCHIVED
    if actor.is_administrator or actor.edits_for or actor.approves_for:
        return None
    return NOT_AN_EDITOR


def refuse_to_publish(page: PageFacts) -> str | None:
    """Nobody publishes by a button: a source page needs its keys, a variant its review."""
    return PUBLISHED_BY_REVIEW if page.is_variant else NEEDS_KEYS


def refuse_to_unpublish(page: PageFacts) -> str | None:
    """A variant follows its source; a home page and what is archived keep their address."""
    if page.is_variant:
        return WITHDRAWN_WITH_SOURCE
    if page.is_home:
        return IS_HOME
    return ARCHIVED_STAYS if page.is_archived else None


def refuse_to_delete(page: PageFacts) -> str | None:
    """Nobody deletes what was once published, nor a variant in preparation."""
    if page.is_variant:
        return LIVES_WITH_SOURCE
    return ONCE_PUBLISHED if page.was_published else None


def refuse_to_move(page: PageFacts) -> str | None:
    """A variant stands where its source stands; what was once published keeps its address."""
    if page.is_variant:
        return STANDS_BY_ITS_SOURCE
    return KEEPS_ITS_ADDRESS if page.was_published else None


def refuse_to_copy(actor: Actor, page: PageFacts) -> str | None:
    """A copy is a new page, which whoever may edit the source may write."""
    return COPIED_BY_REVIEW if page.is_variant else refuse_to_edit(actor, page)


def refuse_to_give_key(actor: Actor, key: KeyFacts) -> str | None:
    """An approver of the key's city, who wrote none of the text, gives it to the very text that they read."""
    return refuse_to_send_back(actor, key) or (OWN_WORDS if actor.user_id in key.author_ids else None)


def refuse_to_send_back(actor: Actor, key: KeyFacts) -> str | None:
    """Whoever holds the awaited key's role may send the page back, its author too."""
    if key.city not in actor.approves_for:
        return NOT_AN_APPROVER
    if not key.is_awaited:
        return NOT_AWAITED
    return None if key.is_current else CHANGED_SINCE


def refuse_to_withdraw_key(actor: Actor, city: str, *, is_pending: bool) -> str | None:
    """A city takes its key back as long as the page waits for the other one."""
    if city not in actor.approves_for:
        return NOT_AN_APPROVER
    return None if is_pending else NOT_AWAITED


def refuse_to_publish_at_once(actor: Actor, page: PageFacts, reason: str) -> str | None:
    """Administration alone publishes without keys, and says why; what is archived stays as it is."""
    if page.is_variant:
        return PUBLISHED_BY_REVIEW
    if page.is_archived:
        return ARCHIVED
    if not actor.is_administrator:
        return NOT_AN_ADMINISTRATOR
    return None if len(reason.strip()) >= SHORTEST_REASON else NO_REASON


def refuse_to_archive(actor: Actor, page: PageFacts) -> str | None:
    """A source page is archived and restored by the approvers of the city that leads it, its variant with it."""
    if page.is_variant:
        return ARCHIVED_WITH_SOURCE
    return None if page.lead_city in actor.approves_for else NOT_AN_ARCHIVIST
