"""The demo's texts as plain public pages of both trees, built without workflow: what the searches are tried on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.utils.html import strip_tags
from wagtail.models import Page

from home.models import StandardPage
from news.models import DelegationPage, InstitutionPage, NewsPage
from portal import locales
from portal.demo.reading import read_pages
from portal.demo.streams import stable_id
from portal.search.indexing import renew_all
from tests import factories

WITH_LIGATURES_AND_PLURALS = {
    "une-oeuvre-commune": ("Une œuvre commune au cœur de la ville", "Une sculpture relie les deux hôtels de ville."),
    "les-voeux-des-maires": ("Les vœux des deux maires", "Une bonne année de part et d’autre de l’Atlantique."),
    "villes-soeurs": ("Nos villes sœurs racontent", "Vingt familles ont ouvert leur porte."),
    "des-travaux-communs": ("Des travaux communs au musée", "Les deux équipes restaurent une galerie."),
    "les-journaux-des-maires": ("Les journaux des maires", "Des carnets de voyage à lire sur place."),
}
"""What the demo does not hold."""
MODELS = {"institutions": InstitutionPage, "delegations": DelegationPage, "actualites": NewsPage}


def build_library(portal: SimpleNamespace) -> None:
    for entry in read_pages():
        for locale in locales.LOCALES:
            if entry["parent"] in MODELS or entry["model"] == "home.StandardPage":
                _add_page(portal, entry, locale)
    for slug, (title, introduction) in WITH_LIGATURES_AND_PLURALS.items():
        for tree in portal.trees.values():
            facts = {"locale": tree.home.locale, "lead_city": portal.pau, "translation_key": stable_id("page", slug)}
            tree.news.add_child(instance=NewsPage(title=title, introduction=introduction, slug=slug, **facts))
    for _ in renew_all():
        pass


def _add_page(portal: SimpleNamespace, entry: dict[str, Any], locale: locales.PortalLocale) -> None:
    tree, words = portal.trees[locale.tag], entry[locale.tag]
    model = MODELS.get(entry["parent"], StandardPage)
    rest = {name: value for name, value in words.items() if name not in ("title", "introduction")}
    text = f"<p>{' '.join(_strings(rest))}</p>"
    lead = portal.cities[entry["lead"]]
    facts: dict[str, Any] = {"body": factories.stream(("text", text))}
    parent: Page = tree.home
    if model is NewsPage:
        facts["published_on"], parent = entry["published_on"], tree.news
    elif model is InstitutionPage:
        facts |= {name: entry[name] for name in ("kind", "acronym", "other_names") if name in entry}
        facts["side"], parent = portal.cities[entry["side"]], tree.institutions
    elif model is DelegationPage:
        parent = tree.delegations
        cities = {name: portal.cities[entry[name]] for name in ("origin", "host")}
        facts = {"starts_on": entry["starts_on"], "ends_on": entry["ends_on"], "objectives": text, **cities}
    parent.add_child(
        instance=model(
            title=words["title"],
            introduction=words.get("introduction", ""),
            slug=entry["slug"],
            locale=tree.home.locale,
            lead_city=lead,
            translation_key=stable_id("page", entry["slug"]),
            **facts,
        )
    )


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for name, part in value.items() if name != "type" for text in _strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in _strings(part)]
    return [strip_tags(str(value).replace("<", " <"))]
