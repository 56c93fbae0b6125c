"""The demo's pictures, drawn with Pillow in the portal's own palette: the same bytes on every run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from portal.demo.drawing import buildings, indoors, landscapes, mines, winter
from portal.demo.drawing.sheet import Sheet

CREDIT = "Dessin du portail"


@dataclass(frozen=True)
class Picture:
    """What the portal keeps of a picture besides its pixels."""

    title: str
    description: str
    paint: Callable[[], Sheet]
    focus: tuple[int, int]
    credit: str = CREDIT


PICTURES: dict[str, Picture] = {
    "two-ridges": Picture(
        "Deux lignes de montagnes",
        "Dessin\u00a0: des crêtes vertes et arrondies font face à des sommets ocre et pointus.",
        landscapes.two_ridges,
        (800, 560),
    ),
    "appalachians": Picture(
        "Les Appalaches",
        "Dessin\u00a0: de vieilles montagnes arrondies au-dessus d’un lac bordé de sapins.",
        landscapes.appalachians,
        (800, 520),
    ),
    "pyrenees": Picture(
        "Les Pyrénées",
        "Dessin\u00a0: des sommets enneigés au-dessus de collines et de rangs de vigne.",
        landscapes.pyrenees,
        (800, 480),
    ),
    "bridge": Picture(
        "Un pont entre deux rives",
        "Dessin\u00a0: un pont relie une rive verte à une rive ocre.",
        buildings.bridge,
        (800, 560),
    ),
    "open-pit": Picture(
        "La mine à ciel ouvert",
        "Dessin\u00a0: les terrasses d’une mine à ciel ouvert descendent vers un lac turquoise.",
        mines.open_pit,
        (800, 560),
    ),
    "laboratory": Picture(
        "Le laboratoire",
        "Dessin\u00a0: de la verrerie de laboratoire devant une fenêtre ouverte sur des montagnes.",
        indoors.laboratory,
        (800, 600),
    ),
    "college": Picture(
        "Le cégep", "Dessin\u00a0: un long bâtiment d’enseignement entouré d’arbres.", buildings.college, (800, 560)
    ),
    "tailings": Picture(
        "Les résidus miniers",
        "Dessin\u00a0: une haute halde grise domine les toits d’une petite ville.",
        mines.tailings,
        (800, 480),
    ),
    "table": Picture(
        "La table commune",
        "Dessin\u00a0: une table mise entre deux fenêtres, l’une sur des crêtes rondes, l’autre sur des pics.",
        indoors.table,
        (800, 560),
    ),
    "summit-hall": Picture(
        "La salle du sommet",
        "Dessin\u00a0: un public vu de dos devant une scène où l’écran montre deux montagnes.",
        indoors.summit_hall,
        (800, 430),
    ),
    "journey": Picture(
        "La traversée",
        "Dessin\u00a0: un avion relie en arc une côte verte à une côte ocre, par-dessus l’océan.",
        landscapes.journey,
        (800, 400),
    ),
    "suitcase": Picture(
        "La valise",
        "Dessin\u00a0: une valise posée devant une fenêtre ouverte sur des montagnes.",
        indoors.suitcase,
        (800, 600),
    ),
    "energy": Picture(
        "Le vent et le soleil",
        "Dessin\u00a0: des éoliennes sur des collines vertes et un champ de panneaux solaires.",
        landscapes.energy,
        (800, 480),
    ),
    "winter-street": Picture(
        "Une rue en hiver",
        "Dessin\u00a0: une rue sous la neige, le soir, bordée de maisons aux fenêtres éclairées.",
        winter.winter_street,
        (800, 600),
    ),
    "town-halls": Picture(
        "Les deux hôtels de ville",
        "Dessin\u00a0: deux hôtels de ville face à face, l’un moderne et vert, l’autre classique et ocre.",
        buildings.town_halls,
        (800, 560),
    ),
}


def draw(key: str) -> bytes:
    """The picture as a JPEG file of 1600 by 1000 pixels. Raises KeyError for a key that is not in PICTURES."""
    return PICTURES[key].paint().jpeg()
