"""The demo's shared registry: locales, cities, axes, programmes, agreements. Idempotent, keyed by slug."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale

from portal import locales
from portal.twinning.models import (
    AgreementStage,
    CallForProjects,
    City,
    CooperationAxis,
    FundingProgramme,
    TwinningAgreement,
)

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


def build_registry(content: dict[str, Any]) -> None:
    """Axes, programmes with their calls, agreements with their stages; what is there already is left as it is."""
    for facts in content["axes"]:
        CooperationAxis.objects.get_or_create(slug=facts["slug"], defaults=facts)
    for facts in content["programmes"]:
        _build_with_rows(FundingProgramme, facts, "calls", CallForProjects)
    for facts in content["agreements"]:
        agreement = _build_with_rows(TwinningAgreement, facts, "stages", AgreementStage)
        if agreement:
            agreement.parties = City.objects.all()
            agreement.save()


def _build_with_rows(model: Any, facts: dict[str, Any], rows_name: str, row_model: Any) -> Any:
    if model.objects.filter(slug=facts["slug"]).exists():
        return None
    own = {name: value for name, value in facts.items() if name != rows_name}
    instance = model(**own)
    rows = [row_model(sort_order=number, **row) for number, row in enumerate(facts.get(rows_name, []))]
    setattr(instance, rows_name, rows)
    instance.save()
    return instance
