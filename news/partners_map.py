"""The partners' map: where the institutions of each side are, one point for each place, drawn without tiles."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from news import map_outlines
from portal import locales
from portal.content import registry
from portal.content.kept import kept
from portal.twinning.models import City

WIDTH = 480
CLOSE = 34
"""Points that would stand closer than this, in units of the drawing, make one place: a finger must tell them apart."""


@dataclass(frozen=True)
class Projection:
    """Degrees to units: equirectangular, true along the middle of the box (west, south, east, north)."""

    box: tuple[float, float, float, float]

    @property
    def squeeze(self) -> float:
        return math.cos(math.radians((self.box[1] + self.box[3]) / 2))

    @property
    def scale(self) -> float:
        return WIDTH / ((self.box[2] - self.box[0]) * self.squeeze)

    @property
    def height(self) -> int:
        return round((self.box[3] - self.box[1]) * self.scale)

    def point(self, longitude: float, latitude: float) -> tuple[int, int]:
        x = (longitude - self.box[0]) * self.squeeze * self.scale
        return round(x), round((self.box[3] - latitude) * self.scale)

    def path(self, points: map_outlines.Points, *, is_closed: bool) -> str:
        drawn = " ".join(f"{x} {y}" for x, y in (self.point(*point) for point in points))
        return f"M{drawn}{'Z' if is_closed else ''}"

    def holds(self, x: int, y: int) -> bool:
        return 0 <= x <= WIDTH and 0 <= y <= self.height


@dataclass(frozen=True)
class Ground:
    """What lies under the points of a side: water, border, a few towns."""

    projection: Projection
    waters: tuple[map_outlines.Points, ...]
    border: map_outlines.Points
    towns: tuple[tuple[str, float, float], ...]


GROUNDS = {
    locales.FR_CA.city_slug: Ground(
        Projection(map_outlines.QUEBEC_BOX),
        (map_outlines.SAINT_LAWRENCE,),
        map_outlines.QUEBEC_BORDER,
        map_outlines.QUEBEC_TOWNS,
    ),
    locales.FR_FR.city_slug: Ground(
        Projection(map_outlines.FRANCE_BOX),
        (map_outlines.ATLANTIC, map_outlines.MEDITERRANEAN),
        map_outlines.PYRENEES_BORDER,
        map_outlines.FRANCE_TOWNS,
    ),
}


@dataclass(frozen=True)
class Town:
    name: str
    x: int
    y: int


@dataclass
class Place:
    """A point of the map with the institutions that stand there."""

    x: int
    y: int
    institutions: list[Any]
    name: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Inset:
    """The map of one side."""

    city: City
    height: int
    waters: list[str]
    border: str
    towns: list[Town]
    places: list[Place]

    @property
    def number(self) -> int:
        return sum(len(place.institutions) for place in self.places)


def draw_map(institutions: Iterable[Any]) -> list[Inset]:
    """One inset for each side that has an institution on the drawing. No query."""
    found: dict[str, list[Any]] = {}
    sides = registry.cities()
    for institution in institutions:
        if institution.latitude is not None and institution.longitude is not None:
            found.setdefault(sides[institution.side_id].slug, []).append(institution)
    drawn = [_inset(city, found[city.slug]) for city in sides.values() if city.slug in found and city.slug in GROUNDS]
    return [inset for inset in drawn if inset.places]


def whole_map(code: str) -> list[Inset]:
    """With every published institution of a tree. Kept: not to be changed."""
    return kept(f"map_{code}", lambda: draw_map(_published(code)))


def _published(code: str) -> Any:
    institutions = apps.get_model("news", "InstitutionPage").objects.live().filter(locale__language_code=code)
    return institutions.select_related("locale").by_name()


def _inset(city: City, institutions: list[Any]) -> Inset:
    ground = GROUNDS[city.slug]
    projection = ground.projection
    return Inset(
        city=city,
        height=projection.height,
        waters=[projection.path(points, is_closed=True) for points in ground.waters],
        border=projection.path(ground.border, is_closed=False),
        towns=[Town(name, *projection.point(longitude, latitude)) for name, longitude, latitude in ground.towns],
        places=_places(city, institutions, projection),
    )


def _places(city: City, institutions: list[Any], projection: Projection) -> list[Place]:
    """Near points together, the largest place first; what lies off the drawing is left to the list."""
    home = Place(*projection.point(float(city.longitude), float(city.latitude)), [], city.name)
    places = [home]
    for institution in institutions:
        x, y = projection.point(float(institution.longitude), float(institution.latitude))
        if not projection.holds(x, y):
            continue
        near = next((place for place in places if math.dist((place.x, place.y), (x, y)) < CLOSE), None)
        if near:
            near.institutions.append(institution)
        else:
            places.append(Place(x, y, [institution], institution.title))
    places = [place for place in places if place.institutions]
    for number, place in enumerate(places):
        place.anchor = f"lieu-{city.slug}-{number + 1}"
    return places
