"""The four tables: news, missions, institutions, commitments. One row for each fact and variant that publishes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from news.models import DelegationCommitment, DelegationPage, InstitutionPage, NewsPage
from portal.content.licences import LICENCES
from portal.content.registry import cities, open_to_all, with_cities
from portal.opendata.model import Column, Dataset

IDENTITY = (
    Column("identifiant", "texte", "Le même dans les deux variantes. Ne change pas.", lambda row: row.translation_key),
    Column("variante", "texte", "Code de langue de la ligne : fr-CA ou fr-FR.", lambda row: row.page.portal_locale.tag),
    Column("ville", "texte", "Ville qui a écrit la page.", lambda row: row.page.lead_city.name),
)
ENDING = (
    Column("page", "adresse", "Adresse de la page du portail.", lambda row: row.page.whole_address),
    Column("modifie_le", "instant", "Dernière publication de la page, en UTC.", lambda row: row.page.last_published_at),
    Column("licence", "texte", "Licence de la ligne.", lambda row: LICENCES[row.page.lead_city.slug].name),
    Column("licence_adresse", "adresse", "Texte de la licence.", lambda row: LICENCES[row.page.lead_city.slug].url),
)
AXES = Column(
    "axes",
    "liste",
    "Axes de coopération, séparés par une barre verticale.",
    lambda row: " | ".join(axis.name for axis in row.axes.all()),
)


def _pages(model: Any, *names: str, without: Iterable[str]) -> Callable[[], list[Any]]:
    """Published pages of both trees, with the cities of the foreign keys named and without their long texts."""

    def find() -> list[Any]:
        pages = open_to_all(model.objects).select_related("locale").prefetch_related("axes").defer(*without)
        found = list(with_cities(pages.order_by("locale__language_code", "path"), *names))
        for page in found:
            page.page = page
        return found

    return find


def _commitments() -> list[Any]:
    pages = {page.pk: page for page in _pages(DelegationPage, without=DELEGATION_TEXTS)()}
    rows = [row for row in DelegationCommitment.objects.order_by("page", "sort_order") if row.page_id in pages]
    for row in rows:
        row.page, row.owner = pages[row.page_id], cities()[row.owner_id]
    return rows


DELEGATION_TEXTS = ("objectives", "outcomes", "next_steps", "pictures")
NEWS = Dataset(
    "actualites",
    "Actualités du jumelage",
    "Ce que les deux villes publient, avec sa date et ses axes.",
    (
        *IDENTITY,
        Column("titre", "texte", "Titre de l’actualité.", lambda row: row.title),
        Column("chapo", "texte", "Deux ou trois phrases qui disent l’essentiel.", lambda row: row.introduction),
        Column("date", "date", "Date de l’actualité.", lambda row: row.published_on),
        AXES,
        *ENDING,
    ),
    _pages(NewsPage, without=("body",)),
)
DELEGATIONS = Dataset(
    "delegations",
    "Délégations",
    "Les missions d’une ville chez l’autre.",
    (
        *IDENTITY,
        Column("titre", "texte", "Nom de la mission.", lambda row: row.title),
        Column("chapo", "texte", "Deux ou trois phrases qui disent l’essentiel.", lambda row: row.introduction),
        Column("ville_depart", "texte", "Ville qui part.", lambda row: row.origin.name),
        Column("ville_accueil", "texte", "Ville qui reçoit.", lambda row: row.host.name),
        Column("premier_jour", "date", "Au calendrier de la ville qui reçoit.", lambda row: row.starts_on),
        Column("dernier_jour", "date", "Au calendrier de la ville qui reçoit.", lambda row: row.ends_on),
        Column("evenement", "texte", "Nom officiel de l’évènement, s’il y en a un.", lambda row: row.event_name),
        AXES,
        *ENDING,
    ),
    _pages(DelegationPage, "origin", "host", without=DELEGATION_TEXTS),
)
INSTITUTIONS = Dataset(
    "institutions",
    "Institutions partenaires",
    "Les partenaires du jumelage, des deux côtés.",
    (
        *IDENTITY,
        Column("nom", "texte", "Nom propre, le même dans les deux variantes.", lambda row: row.title),
        Column("sigle", "texte", "Sigle, s’il y en a un.", lambda row: row.acronym),
        Column("nature", "texte", "Ce qu’est l’institution.", lambda row: row.get_kind_display()),
        Column("cote", "texte", "Ville dont l’institution est voisine.", lambda row: row.side.name),
        Column("adresse_postale", "texte", "Telle qu’on l’écrit sur place.", lambda row: row.address),
        Column("latitude", "nombre", "Degrés décimaux, WGS 84.", lambda row: row.latitude),
        Column("longitude", "nombre", "Degrés décimaux, WGS 84.", lambda row: row.longitude),
        Column("site", "adresse", "Site de l’institution.", lambda row: row.website),
        AXES,
        *ENDING,
    ),
    _pages(InstitutionPage, "side", without=("body",)),
)
COMMITMENTS = Dataset(
    "engagements",
    "Engagements",
    "Ce que les deux villes ont promis au cours des missions, et où cela en est.",
    (
        *IDENTITY,
        Column("delegation", "texte", "Identifiant de la délégation.", lambda row: row.page.translation_key),
        Column("engagement", "texte", "Ce qui est promis.", lambda row: row.description),
        Column("responsable", "texte", "Ville qui s’engage.", lambda row: row.owner.name),
        Column("echeance", "date", "Vide quand aucune n’est fixée.", lambda row: row.due_on),
        Column("etat", "texte", "À venir, en cours, tenu ou abandonné.", lambda row: row.get_state_display()),
        *ENDING,
    ),
    _commitments,
)
DATASETS = {dataset.slug: dataset for dataset in (DELEGATIONS, INSTITUTIONS, COMMITMENTS, NEWS)}
