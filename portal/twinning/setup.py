"""What a new portal begins with: its two locales and its two cities. Idempotent."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale

from portal import locales
from portal.twinning.models import City

CITIES: list[dict[str, Any]] = [
    {
        "slug": "thetford-mines",
        "name": "Thetford Mines",
        "country": City.Country.CANADA,
        "latitude": "46.09260",
        "longitude": "-71.30540",
        "colour": "serpentine",
    },
    {
        "slug": "pau",
        "name": "Pau",
        "country": City.Country.FRANCE,
        "latitude": "43.29510",
        "longitude": "-0.37080",
        "colour": "ochre",
    },
]


def build_locales() -> None:
    for locale in locales.LOCALES:
        Locale.objects.get_or_create(language_code=locale.code)


def build_cities() -> None:
    for facts in CITIES:
        locale = locales.of_city(facts["slug"])
        defaults = {**facts, "locale_code": locale.code, "time_zone": locale.time_zone}
        City.objects.get_or_create(slug=facts["slug"], defaults=defaults)
