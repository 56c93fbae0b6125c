"""The single table of the portal's two locales: codes, names, time zone and leading city. Pure Python."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from portal.variants import Variant


@dataclass(frozen=True)
class PortalLocale:
    """One variant of the portal, as Django, browsers, Babel and people call it."""

    variant: Variant
    code: str
    """Django's language code, lower case: the prefix of the addresses."""
    tag: str
    """BCP 47 tag: `lang`, hreflang, Content-Language."""
    babel: str
    name: str
    """What the admin calls the variant."""
    place: str
    """What the variant switch says."""
    home_slug: str
    city_slug: str
    time_zone: str

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def name_in_sentence(self) -> str:
        """The name where a sentence goes on: the French language has no capital, Québec and France keep theirs."""
        return self.name[0].lower() + self.name[1:]


FR_CA = PortalLocale(
    variant=Variant.FR_CA,
    code="fr-ca",
    tag="fr-CA",
    babel="fr_CA",
    name="Français du Québec",
    place="Québec",
    home_slug="accueil-quebec",
    city_slug="thetford-mines",
    time_zone="America/Toronto",
)
FR_FR = PortalLocale(
    variant=Variant.FR_FR,
    code="fr-fr",
    tag="fr-FR",
    babel="fr_FR",
    name="Français de France",
    place="France",
    home_slug="accueil-france",
    city_slug="pau",
    time_zone="Europe/Paris",
)

LOCALES = (FR_CA, FR_FR)
LANGUAGES = [(locale.code, locale.name) for locale in LOCALES]


def by_code(code: str | None) -> PortalLocale | None:
    """The locale of a Django language code or BCP 47 tag, whatever its case; None for any other language."""
    wanted = (code or "").replace("_", "-").lower()
    return next((locale for locale in LOCALES if locale.code == wanted), None)


def of_variant(variant: Variant) -> PortalLocale:
    """The locale in which a variant of French is read."""
    return next(locale for locale in LOCALES if locale.variant is variant)


def of_city(slug: str) -> PortalLocale:
    """The locale that a city leads. Raises KeyError for a city that is not in the table."""
    for locale in LOCALES:
        if locale.city_slug == slug:
            return locale
    raise KeyError(slug)


def other(locale: PortalLocale) -> PortalLocale:
    """The other of the two."""
    return FR_FR if locale is FR_CA else FR_CA


def outright_choice(accept_language: str) -> PortalLocale | None:
    """The locale that a browser asks for outright in its Accept-Language header.

    Only the header's most wanted language counts, and only when it is exactly fr-CA or fr-FR: plain « fr », another
    French or another language sends nobody to either city.
    """
    weighted: list[tuple[float, int, str]] = []
    for position, item in enumerate(accept_language.split(",")[:20]):
        tag, _, parameter = item.strip().partition(";")
        weighted.append((-_quality(parameter), position, tag.strip()))
    weighted.sort()
    if not weighted or weighted[0][0] == 0:
        return None
    return by_code(weighted[0][2])


def _quality(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0
