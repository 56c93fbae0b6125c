"""The catalogue that data portals harvest: DCAT in JSON-LD, one distribution for each city, table and format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from portal.content.licences import LICENCES
from portal.content.registry import cities
from portal.opendata.datasets import DATASETS
from portal.opendata.model import Dataset

Whole = Callable[[str], str]
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}
FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/IRREG"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/FRA"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "iana": "https://www.iana.org/assignments/media-types/",
}


def catalogue(whole: Whole) -> dict[str, Any]:
    """The document; `whole` makes an address of a path."""
    return {
        "@context": CONTEXT,
        "@id": whole(reverse("opendata")),
        "@type": "dcat:Catalog",
        "dct:title": _french("Données ouvertes du jumelage Thetford Mines et Pau"),
        "dct:description": _french("Ce que le portail publie, en tableaux, avec la licence de chaque ville."),
        "dct:language": {"@id": LANGUAGE},
        "dct:publisher": _publishers(),
        "dcat:dataset": [_dataset(dataset, whole) for dataset in DATASETS.values()],
    }


def _dataset(dataset: Dataset, whole: Whole) -> dict[str, Any]:
    return {
        "@id": f"{whole(reverse('opendata'))}#{dataset.slug}",
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.slug,
        "dct:title": _french(dataset.title),
        "dct:description": _french(dataset.description),
        "dct:language": {"@id": LANGUAGE},
        "dct:publisher": _publishers(),
        "dct:accrualPeriodicity": {"@id": FREQUENCY},
        "dcat:landingPage": {"@id": whole(reverse("opendata"))},
        "dcat:distribution": [
            _distribution(dataset, city, extension, whole) for city in cities().values() for extension in MEDIA_TYPES
        ],
    }


def _distribution(dataset: Dataset, city: Any, extension: str, whole: Whole) -> dict[str, Any]:
    address = whole(reverse("opendata_city", args=[city.slug, dataset.slug, extension]))
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _french(f"{dataset.title}, ville de {city.name}, {extension.upper()}"),
        "dct:license": {"@id": LICENCES[city.slug].url},
        "dcat:mediaType": {"@id": f"iana:{MEDIA_TYPES[extension]}"},
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
    }


def _publishers() -> list[dict[str, Any]]:
    return [{"@type": "foaf:Organization", "foaf:name": f"Ville de {city.name}"} for city in cities().values()]


def _french(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "fr"}
