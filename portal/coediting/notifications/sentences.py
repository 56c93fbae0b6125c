"""What a message says of each kind of event: a headline, a sentence or two, and what its link does."""

from __future__ import annotations

from typing import Any, NamedTuple

from portal.coediting.notifications.models import Kind, Notification


class Sentence(NamedTuple):
    headline: str
    text: str
    action: str


SENTENCES = {
    Kind.SUBMITTED: Sentence(
        "« {title} » attend la clé de {city}",
        "{actor} demande de publier cette page. Lisez-la, puis donnez la clé de votre ville ou renvoyez-la avec un "
        "commentaire. Voici ce qui change par rapport à ce qui est public.",
        "Lire la page et répondre",
    ),
    Kind.KEY_GIVEN: Sentence(
        "« {title} » a la clé de {city}",
        "{actor} a lu votre page et donné la clé de {city}. Elle sera publiée une fois que l’autre ville aura donné "
        "la sienne.",
        "Voir où en est la page",
    ),
    Kind.REFUSED: Sentence(
        "« {title} » vous est renvoyée",
        "{actor} a lu votre page et demande de la revoir. Reprenez le texte, puis soumettez-le de nouveau.",
        "Reprendre la page",
    ),
    Kind.PUBLISHED: Sentence(
        "« {title} » est en ligne",
        "La page est publiée, tout le monde peut la lire.",
        "Lire la page publiée",
    ),
    Kind.VARIANT_TO_REVIEW: Sentence(
        "La variante de « {title} » attend votre relecture",
        "L’autre ville a publié cette page. Sa variante est prête à relire, segment par segment. Rien n’est public "
        "avant votre lecture.",
        "Relire la variante",
    ),
    Kind.VARIANT_LATE: Sentence(
        "La variante de « {title} » est en retard sur l’origine",
        "L’autre ville a publié un nouveau texte. La variante en ligne reste comme elle était jusqu’à ce que vous ayez "
        "relu ce qui a changé.",
        "Relire ce qui a changé",
    ),
    Kind.MENTIONED: Sentence(
        "Un commentaire vous attend sur « {title} »",
        "{actor} vous a laissé un commentaire.",
        "Lire le commentaire et répondre",
    ),
}
SOMEBODY = "Quelqu’un"


def of(row: Notification, title: str) -> Sentence:
    """The sentences of a notification, filled in. They are plain text: a template escapes them."""
    facts = {"title": title, "city": str(row.city or "la ville"), "actor": name_of(row.actor)}
    return Sentence(*(part.format(**facts) for part in SENTENCES[Kind(row.kind)]))


def digest_headline(count: int) -> str:
    return f"Jumelage : {count} nouvelles pour vous"


def name_of(user: Any) -> str:
    return (user.get_full_name() or user.get_username()) if user else SOMEBODY
