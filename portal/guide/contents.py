"""What the guide holds: chapters by role, pages by task. Each page has its text in `guide/pages/<slug>.html`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GuidePage:
    slug: str
    title: str
    summary: str
    """One line, for the table of contents."""

    @property
    def template(self) -> str:
        return f"guide/pages/{self.slug}.html"


@dataclass(frozen=True)
class Chapter:
    key: str
    title: str
    for_whom: str
    pages: tuple[GuidePage, ...]


CHAPTERS = (
    Chapter(
        "tous",
        "Pour tout le monde",
        "Ce qui sert à toute personne qui a un compte.",
        (
            GuidePage("a-faire", "À faire, et les courriels", "Voir ce qui attend, choisir ses courriels."),
            GuidePage("roles", "Qui peut faire quoi", "Le tableau des rôles, tel que le portail l’applique."),
            GuidePage("conflit", "Deux personnes, une page", "Sortir d’un conflit sans perdre un mot."),
            GuidePage("glossaire", "Le glossaire", "Proposer un terme, l’essayer, en décider."),
            GuidePage("journal", "Le journal des deux villes", "Retrouver qui a fait quoi, et pourquoi."),
        ),
    ),
    Chapter(
        "redaction",
        "Rédaction",
        "Pour les groupes de rédaction et d’approbation des deux villes, et pour l’administration.",
        (
            GuidePage("nouvelle", "Écrire une actualité", "De la page vide au brouillon relu."),
            GuidePage("communique", "Importer un communiqué", "Partir d’un texte ou d’un document Word."),
            GuidePage("delegation", "Créer une délégation", "Le programme, les membres, les engagements."),
            GuidePage("institution", "Présenter une institution", "Ajouter un partenaire, avec son adresse."),
            GuidePage("images", "Photos et documents", "Le crédit, le texte de remplacement, les données effacées."),
            GuidePage("soumettre", "Soumettre une page", "Demander les clés des deux villes."),
            GuidePage("reparer", "Reprendre une page renvoyée", "Lire le commentaire, corriger, soumettre de nouveau."),
        ),
    ),
    Chapter(
        "approbation",
        "Approbation",
        "Pour les groupes d’approbation, qui peuvent aussi faire tout ce que fait la rédaction.",
        (
            GuidePage("cles", "Donner une clé, renvoyer une page", "Répondre à une page qui attend votre clé."),
            GuidePage("ensemble", "Publier ensemble, ou à une date", "Choisir le moment où une page paraît."),
            GuidePage("ceder", "Céder la main", "Laisser l’autre ville écrire la page à son tour."),
            GuidePage("archiver", "Archiver et restaurer", "Retirer une page des listes sans perdre son adresse."),
        ),
    ),
    Chapter(
        "revision",
        "Révision des variantes",
        "Pour les groupes de révision, chacun dans le français de sa ville.",
        (
            GuidePage("relire", "Relire une variante", "Segment par segment, puis publier."),
            GuidePage("origine-changee", "L’origine a changé", "Remettre à jour une variante déjà publiée."),
        ),
    ),
    Chapter(
        "administration",
        "Comptes et administration",
        "Pour les groupes de gestion des comptes et pour l’administration.",
        (
            GuidePage("comptes", "Inviter une personne", "Ouvrir un compte, le modifier, le fermer."),
            GuidePage("urgence", "Publier d’urgence", "Publier sans les clés, avec un motif écrit."),
        ),
    ),
)
PAGES = {page.slug: page for chapter in CHAPTERS for page in chapter.pages}
