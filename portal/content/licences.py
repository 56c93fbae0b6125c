"""Under which licence each city opens what it writes."""

from __future__ import annotations

from dataclasses import dataclass

from portal import locales


@dataclass(frozen=True)
class Licence:
    name: str
    url: str
    code: str
    """SPDX identifier."""


LICENCE_OUVERTE = Licence(
    name="Licence Ouverte 2.0",
    url="https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    code="etalab-2.0",
)
CREATIVE_COMMONS = Licence(
    name="Creative Commons Attribution 4.0 International",
    url="https://creativecommons.org/licenses/by/4.0/deed.fr",
    code="CC-BY-4.0",
)
LICENCES = {locales.FR_CA.city_slug: CREATIVE_COMMONS, locales.FR_FR.city_slug: LICENCE_OUVERTE}
