"""What answers under /donnees/: the page, the tables, the dictionary, the catalogue."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.content.licences import LICENCES
from portal.content.machines import absolute_address, conditional
from portal.content.registry import cities
from portal.opendata.catalogue import catalogue
from portal.opendata.datasets import DATASETS
from portal.opendata.model import Column
from portal.opendata.rendering import CONTENT_TYPES, as_csv, as_json

RENDERERS = {"csv": as_csv, "json": as_json}
DICTIONARY = (
    Column("tableau", "texte", "Nom du fichier.", lambda entry: entry[0].slug),
    Column("colonne", "texte", "Nom de la colonne.", lambda entry: entry[1].name),
    Column("nature", "texte", "Ce que sont ses valeurs.", lambda entry: entry[1].kind),
    Column("sens", "texte", "Ce qu’elle dit.", lambda entry: entry[1].meaning),
)


@conditional
def index(request: HttpRequest) -> HttpResponse:
    """The page that people read: tables, columns, licences."""
    licences = [(city, LICENCES[city.slug]) for city in cities().values()]
    return render(request, "opendata/index.html", {"datasets": DATASETS.values(), "licences": licences})


@conditional
def table(request: HttpRequest, slug: str, extension: str, city_slug: str = "") -> HttpResponse:
    """A table, of both cities or of the pages that one of them wrote."""
    dataset = DATASETS.get(slug)
    if dataset is None or extension not in RENDERERS or (city_slug and city_slug not in LICENCES):
        raise Http404
    facts = [fact for fact in dataset.find() if not city_slug or fact.page.lead_city.slug == city_slug]
    for fact in facts:
        fact.page.whole_address = absolute_address(request, fact.page)
    filename = "-".join(part for part in (slug, city_slug) if part)
    return _file(RENDERERS[extension](dataset.columns, facts), CONTENT_TYPES[extension], f"{filename}.{extension}")


@conditional
def dictionary(request: HttpRequest, extension: str) -> HttpResponse:
    """What each column of each table says."""
    if extension not in RENDERERS:
        raise Http404
    entries: list[Any] = [(dataset, column) for dataset in DATASETS.values() for column in dataset.columns]
    return _file(RENDERERS[extension](DICTIONARY, entries), CONTENT_TYPES[extension], f"dictionnaire.{extension}")


@conditional
def dcat(request: HttpRequest) -> HttpResponse:
    document = catalogue(request.build_absolute_uri)
    return HttpResponse(json.dumps(document, ensure_ascii=False, indent=1), content_type="application/ld+json")


def _file(content: str, content_type: str, filename: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response
