"""The demo's pictures, drawn with Pillow in the portal's own palette: the same bytes on every run."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000
CREDIT = "Dessin du portail"

Colour = tuple[int, int, int]
Point = tuple[float, float]


def rgb(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`first` with a share of `second` in it, from 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


PAPER, PAPER_DEEP, INK = rgb("#fbf8f2"), rgb("#f3ede1"), rgb("#1c2326")
GREEN, GREEN_DEEP, GREEN_TINT = rgb("#2c6655"), rgb("#1b4338"), rgb("#dfeae4")
OCHRE, OCHRE_DEEP, OCHRE_TINT = rgb("#9a3b1d"), rgb("#6a2611"), rgb("#f5e3d8")
JADE, APRICOT, SAND = rgb("#86c9b2"), rgb("#eda483"), rgb("#e6d3b1")


class Sheet:
    """A sheet drawn at twice its size, then reduced, so that every edge is smooth."""

    scale = 2

    def __init__(self, top: Colour, bottom: Colour) -> None:
        self.image = Image.new("RGB", (WIDTH * self.scale, HEIGHT * self.scale), top)
        self.draw = ImageDraw.Draw(self.image)
        self.wash([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], top, bottom)

    def _at(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def shape(self, points: Iterable[Point], colour: Colour) -> None:
        self.draw.polygon(self._at(points), fill=colour)

    def wash(self, points: Sequence[Point], top: Colour, bottom: Colour) -> None:
        """A shape whose colour goes from `top` to `bottom`."""
        scaled = self._at(points)
        left, right = (max(0, int(pick(x for x, _ in scaled))) for pick in (min, max))
        upper, lower = (max(0, int(pick(y for _, y in scaled))) for pick in (min, max))
        right, lower = min(right + 1, self.image.width), min(lower + 1, self.image.height)
        size = (right - left, lower - upper)
        mask = Image.new("1", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in scaled], fill=1)
        ramp = Image.linear_gradient("L").resize((1, size[1]))
        tones = Image.merge(
            "RGB",
            [ramp.point([round(a + (b - a) * n / 255) for n in range(256)]) for a, b in zip(top, bottom, strict=True)],
        )
        self.image.paste(tones.resize(size, Image.Resampling.NEAREST), (left, upper), mask)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour, radius: float = 0) -> None:
        corners = [value * self.scale for value in (left, top, right, bottom)]
        self.draw.rounded_rectangle(corners, radius * self.scale, fill=colour)

    def oval(self, x: float, y: float, across: float, down: float, colour: Colour) -> None:
        corners = [value * self.scale for value in (x - across, y - down, x + across, y + down)]
        self.draw.ellipse(corners, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.oval(x, y, radius, radius, colour)

    def line(self, points: Iterable[Point], colour: Colour, width: float) -> None:
        self.draw.line(self._at(points), fill=colour, width=round(width * self.scale), joint="curve")

    def jpeg(self) -> bytes:
        buffer = BytesIO()
        self.image.reduce(self.scale).save(buffer, "JPEG", quality=88, optimize=True)
        return buffer.getvalue()


def pts(text: str) -> list[Point]:
    """The points written « x y, x y »."""
    return [(float(x), float(y)) for x, y in (pair.split() for pair in text.split(","))]


def chance(seed: int) -> Callable[[float, float], float]:
    """A generator of numbers between two bounds that gives the same ones everywhere."""
    state = seed * 2654435761 % 2**32 or 1

    def draw_one(low: float, high: float) -> float:
        nonlocal state
        state = (1664525 * state + 1013904223) % 2**32
        return low + (high - low) * (state >> 8) / 2**24

    return draw_one


def curve(points: Sequence[Point], steps: int = 14) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    found: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            found.append(
                (
                    0.5
                    * (
                        2 * b[0]
                        + (c[0] - a[0]) * t
                        + (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0]) * t**2
                        + (3 * b[0] - a[0] - 3 * c[0] + d[0]) * t**3
                    ),
                    0.5
                    * (
                        2 * b[1]
                        + (c[1] - a[1]) * t
                        + (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1]) * t**2
                        + (3 * b[1] - a[1] - 3 * c[1] + d[1]) * t**3
                    ),
                )
            )
    return [*found, points[-1]]


def ground(line: Sequence[Point], bottom: float = HEIGHT) -> list[Point]:
    """The line, closed at the bottom of the sheet."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def round_ridge(seed: int, height: float, swing: float, left: float = -40, right: float = WIDTH + 40) -> list[Point]:
    """An old, worn ridge, such as the Appalachians'."""
    pick, count = chance(seed), 8
    span = (right - left) / count
    return curve(
        [
            (left + span * n + pick(-0.25, 0.25) * span * (0 < n < count), height + pick(-swing, swing))
            for n in range(count + 1)
        ]
    )


def sharp_ridge(seed: int, height: float, swing: float, left: float = -40, right: float = WIDTH + 40) -> list[Point]:
    """A young, broken ridge, such as the Pyrenees': summits, saddles and the notches between them."""
    pick, count = chance(seed), 11
    span = (right - left) / count
    found: list[Point] = []
    for n in range(count + 1):
        middle = left + span * n
        found.append((middle - span * pick(0.28, 0.36), height + swing * pick(-0.1, 0.3)))
        found.append((middle, height - swing * pick(0.35, 1.15)))
        found.append((middle + span * pick(0.16, 0.24), height - swing * pick(0.0, 0.35)))
        found.append((middle + span * pick(0.34, 0.42), height + swing * pick(0.25, 0.6)))
    return found


def snow(sheet: Sheet, line: Sequence[Point], depth: float, lit: Colour, shaded: Colour) -> None:
    """Snow on the summits of a sharp ridge: one lit and one shaded face for each."""
    for before, top, after in zip(line, line[1:], line[2:], strict=False):
        if top[1] >= before[1] or top[1] >= after[1]:
            continue
        foot_left = between(top, before, min(0.9, depth / max(1, before[1] - top[1])))
        foot_right = between(top, after, min(0.9, depth / max(1, after[1] - top[1])))
        middle = (top[0] + (foot_right[0] - top[0]) * 0.2, top[1] + depth * 0.95)
        notch = ((foot_left[0] + middle[0]) / 2, top[1] + depth * 0.62)
        sheet.shape([top, foot_left, notch, middle], lit)
        sheet.shape([top, middle, ((middle[0] + foot_right[0]) / 2, top[1] + depth * 0.55), foot_right], shaded)


def between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def fir(sheet: Sheet, x: float, foot: float, height: float, colour: Colour) -> None:
    half = height * 0.2
    for top, bottom, width in ((0.0, 0.45, 0.55), (0.22, 0.72, 0.8), (0.5, 0.95, 1.0)):
        y_top, y_bottom = foot - height * (1 - top), foot - height * (1 - bottom)
        sheet.shape([(x, y_top), (x - half * width, y_bottom), (x + half * width, y_bottom)], colour)
    sheet.box(x - height * 0.02, foot - height * 0.06, x + height * 0.02, foot, colour)


def two_ridges() -> Sheet:
    sheet = Sheet(mix(APRICOT, PAPER, 0.62), PAPER)
    sheet.disc(800, 520, 175, mix(PAPER, APRICOT, 0.2))
    sheet.disc(800, 520, 120, mix(PAPER, APRICOT, 0.42))
    for step, (base, share) in enumerate(((470, 0.72), (560, 0.48), (670, 0.2), (800, 0.0))):
        worn = curve(
            [
                (-40, base - 20),
                (140, base - 120 + step * 14),
                (330, base - 60),
                (520, base - 95 + step * 12),
                (740, base + 50),
                (980, base + 150),
                (1300, base + 260),
                (1700, base + 330),
            ]
        )
        young = [
            (1640, base - 80),
            (1560, base - 150),
            (1500, base - 70),
            (1440, base - 105),
            (1350, base - 235 + step * 22),
            (1290, base - 130),
            (1250, base - 160),
            (1180, base - 20),
            (1120, base - 75),
            (1050, base + 40),
            (960, base + 90),
            (800, base + 170),
            (500, base + 300),
            (-40, base + 400),
        ]
        sheet.wash(ground(young), mix(OCHRE, PAPER, share), mix(OCHRE_DEEP, PAPER, share * 0.8))
        if step < 2:
            snow(sheet, young[::-1], 42, mix(PAPER, OCHRE_TINT, 0.2), mix(OCHRE_TINT, APRICOT, 0.3))
        sheet.wash(ground(worn), mix(GREEN, PAPER, share), mix(GREEN_DEEP, PAPER, share * 0.8))
    sheet.wash(ground(curve([(-40, 940), (300, 900), (800, 935), (1300, 905), (1640, 945)])), GREEN_DEEP, INK)
    return sheet


def appalachians() -> Sheet:
    sheet = Sheet(mix(JADE, PAPER, 0.45), PAPER)
    sheet.disc(1180, 250, 92, mix(PAPER, SAND, 0.55))
    for n, (height, swing, share) in enumerate(((330, 60, 0.74), (410, 55, 0.56), (490, 50, 0.36), (575, 36, 0.16))):
        tone = mix(GREEN, PAPER, share)
        sheet.wash(ground(round_ridge(11 + n, height, swing)), tone, mix(tone, PAPER, 0.3))
    sheet.wash([(0, 660), (WIDTH, 660), (WIDTH, HEIGHT), (0, HEIGHT)], mix(JADE, PAPER, 0.45), mix(GREEN, JADE, 0.4))
    pick = chance(5)
    for n in range(46):
        y = 676 + n * 6.4
        x, length = pick(-60, WIDTH), pick(60, 260)
        sheet.line([(x, y), (x + length, y)], mix(mix(JADE, PAPER, 0.62), GREEN, n / 90), 2.2)
    sheet.wash(
        ground(curve([(-40, 650), (260, 640), (520, 668), (700, 662), (760, 664)]), 668),
        mix(GREEN_DEEP, GREEN, 0.4),
        GREEN_DEEP,
    )
    sheet.wash(
        ground(curve([(1000, 664), (1240, 652), (1450, 632), (1640, 640)]), 668),
        mix(GREEN_DEEP, GREEN, 0.4),
        GREEN_DEEP,
    )
    for n in range(26):
        x = 12 + n * 27 + pick(-8, 8) if n < 17 else 1130 + (n - 17) * 55 + pick(-14, 14)
        fir(sheet, x, 660, pick(44, 84) * (1 - abs(n - 6) * 0.02), mix(GREEN_DEEP, GREEN, pick(0, 0.35)))
    sheet.wash(ground(curve([(-40, 880), (220, 872), (520, 940), (820, 1010)])), GREEN_DEEP, INK)
    for x, foot, height in ((40, 950, 430), (150, 960, 330), (250, 950, 240), (330, 965, 170)):
        fir(sheet, x, foot, height, mix(GREEN_DEEP, INK, 0.45))
    return sheet


def pyrenees() -> Sheet:
    sheet = Sheet(mix(APRICOT, PAPER, 0.5), PAPER)
    sheet.disc(420, 300, 88, mix(PAPER, APRICOT, 0.16))
    far = sharp_ridge(21, 430, 150)
    sheet.wash(ground(far), mix(OCHRE, PAPER, 0.66), mix(OCHRE_TINT, PAPER, 0.4))
    snow(sheet, far, 70, PAPER, mix(OCHRE_TINT, APRICOT, 0.35))
    near = sharp_ridge(24, 545, 120)
    sheet.wash(ground(near), mix(OCHRE, PAPER, 0.36), mix(OCHRE_TINT, PAPER, 0.1))
    snow(sheet, near, 40, mix(PAPER, OCHRE_TINT, 0.3), mix(OCHRE_TINT, APRICOT, 0.6))
    sheet.wash(ground(round_ridge(31, 640, 34)), mix(OCHRE, APRICOT, 0.2), mix(OCHRE, PAPER, 0.42))
    sheet.wash(ground(round_ridge(33, 720, 30)), mix(GREEN, SAND, 0.25), mix(GREEN, SAND, 0.55))
    hill = curve([(-40, 800), (300, 742), (700, 800), (1050, 850), (1400, 790), (1640, 765)])
    sheet.wash(ground(hill), GREEN, GREEN_DEEP)
    for row in range(15):
        start = -300 + row * 150
        sheet.line(
            curve([(start + 420, 792 + abs(row - 7) * 2), (start + 300, 880), (start + 100, 1010)]),
            mix(GREEN, JADE, 0.32),
            7,
        )
    sheet.wash(ground(curve([(-40, 930), (500, 900), (1000, 955), (1640, 905)])), GREEN_DEEP, INK)
    for x, foot, size in ((1290, 905, 1.0), (1410, 900, 0.8)):
        house(sheet, x, foot, 92 * size, mix(PAPER, SAND, 0.3), OCHRE)
    return sheet


def house(sheet: Sheet, x: float, foot: float, width: float, wall: Colour, roof: Colour) -> None:
    height = width * 0.55
    sheet.box(x, foot - height, x + width, foot, wall)
    sheet.shape(
        [
            (x - width * 0.08, foot - height),
            (x + width * 0.2, foot - height * 1.85),
            (x + width * 0.8, foot - height * 1.85),
            (x + width * 1.08, foot - height),
        ],
        roof,
    )
    for share in (0.16, 0.44, 0.72):
        sheet.box(
            x + width * share,
            foot - height * 0.72,
            x + width * (share + 0.13),
            foot - height * 0.3,
            mix(roof, INK, 0.45),
        )


def bridge() -> Sheet:
    sheet = Sheet(mix(SAND, PAPER, 0.35), PAPER)
    sheet.disc(800, 380, 120, mix(PAPER, APRICOT, 0.45))
    sheet.wash(ground(round_ridge(41, 470, 26)), mix(GREEN, PAPER, 0.72), PAPER_DEEP)
    water = 700
    sheet.wash(pts("0 700, 1600 700, 1600 1000, 0 1000"), mix(GREEN_TINT, JADE, 0.35), mix(GREEN, JADE, 0.35))
    sheet.shape(pts("735 700, 865 700, 930 1000, 670 1000"), mix(GREEN_TINT, PAPER, 0.5))
    pick = chance(8)
    for n in range(44):
        x, y, length = pick(-60, WIDTH), water + 12 + n * 6.6, pick(60, 240)
        sheet.line([(x, y), (x + length, y)], mix(mix(GREEN_TINT, PAPER, 0.4), JADE, n / 44), 2.4)
    deck = [(x, 520 - 74 * math.sin(math.pi * (x + 40) / 1680)) for x in range(-40, 1680, 40)]
    under = [(x, y + 30) for x, y in deck]
    stone, shade = mix(INK, PAPER, 0.2), mix(INK, GREEN, 0.35)
    for left, right in ((150, 520), (550, 1050), (1080, 1450)):
        top = 520 - 74 * math.sin(math.pi * ((left + right) / 2 + 40) / 1680) + 52
        steps = [math.pi * n / 24 for n in range(25)]
        middle, half = (left + right) / 2, (right - left) / 2
        arch = [(middle - half * math.cos(t), water - (water - top) * math.sin(t)) for t in steps]
        crown = [(x, 520 - 74 * math.sin(math.pi * (x + 40) / 1680) + 20) for x, _ in arch]
        sheet.shape([*arch, *crown[::-1]], stone)
        sheet.line(arch, mix(stone, PAPER, 0.28), 7)
    for x in (150, 535, 1065, 1450):
        top = 520 - 74 * math.sin(math.pi * (x + 40) / 1680) + 20
        sheet.box(x - 17, top, x + 17, water + 22, stone)
        sheet.box(x - 30, water, x + 30, water + 26, shade)
    sheet.shape([*deck, *under[::-1]], shade)
    for x, y in deck[1:-1]:
        sheet.line([(x, y - 30), (x, y)], shade, 4)
    sheet.line([(x, y - 30) for x, y in deck], shade, 6)
    sheet.wash(ground(curve(pts("-40 505, 60 512, 150 590, 200 700, 240 730")), 1000), GREEN, GREEN_DEEP)
    sheet.wash(ground(curve(pts("1640 505, 1540 512, 1450 590, 1400 700, 1360 730")), 1000), OCHRE, OCHRE_DEEP)
    for x, height in ((18, 190), (70, 150), (112, 110)):
        fir(sheet, x, 524 + (x > 100) * 30, height, mix(GREEN_DEEP, INK, 0.2))
    for x, radius in ((1585, 62), (1520, 46)):
        sheet.box(x - 4, 440, x + 4, 520, OCHRE_DEEP)
        sheet.oval(x, 430, radius, radius * 0.8, mix(OCHRE, APRICOT, 0.25))
    return sheet


def open_pit() -> Sheet:
    sheet = Sheet(mix(SAND, PAPER, 0.3), PAPER)
    sheet.disc(360, 210, 80, mix(PAPER, APRICOT, 0.35))
    for n, share in enumerate((0.7, 0.5)):
        sheet.wash(
            ground(round_ridge(51 + n, 270 + n * 52, 34)), mix(GREEN, PAPER, share), mix(GREEN, PAPER, share + 0.2)
        )
    sheet.wash(ground(round_ridge(55, 372, 12)), mix(GREEN, GREEN_DEEP, 0.3), GREEN_DEEP)
    rock, light = mix(GREEN, mix(INK, PAPER, 0.55), 0.55), mix(SAND, PAPER, 0.25)
    for n in range(8):
        share = n / 7
        x, y = 830 - 30 * share, 660 + 120 * share
        across, down = 900 - 620 * share, 270 - 195 * share
        sheet.oval(x, y, across, down, mix(mix(rock, GREEN_DEEP, 0.25), INK, share * 0.35))
        sheet.oval(x, y + 17 - share * 6, across * 0.985, down * 0.975, mix(light, rock, 0.2 + share * 0.5))
    sheet.oval(800, 792, 262, 66, mix(GREEN, JADE, 0.75))
    sheet.oval(800, 800, 240, 54, mix(GREEN, JADE, 0.5))
    sheet.oval(730, 786, 110, 9, mix(JADE, PAPER, 0.5))
    return sheet


def laboratory() -> Sheet:
    sheet = Sheet(mix(GREEN_TINT, PAPER, 0.4), mix(GREEN_TINT, JADE, 0.25))
    return sheet


def college() -> Sheet:
    return Sheet(PAPER, GREEN_TINT)


def tailings() -> Sheet:
    return Sheet(PAPER, GREEN_TINT)


def table() -> Sheet:
    return Sheet(PAPER, GREEN_TINT)


def summit_hall() -> Sheet:
    return Sheet(PAPER, GREEN_TINT)


def journey() -> Sheet:
    return Sheet(PAPER, GREEN_TINT)


def suitcase() -> Sheet:
    return Sheet(PAPER, GREEN_TINT)


@dataclass(frozen=True)
class Picture:
    """What the portal keeps of a picture besides its pixels."""

    title: str
    description: str
    paint: Callable[[], Sheet]
    focus: tuple[int, int] = (WIDTH // 2, HEIGHT // 2)
    credit: str = CREDIT


PICTURES: dict[str, Picture] = {
    "two-ridges": Picture(
        title="Deux lignes de montagnes",
        description="Dessin\u00a0: des crêtes vertes et arrondies font face à des sommets ocre et pointus.",
        paint=two_ridges,
        focus=(800, 560),
    ),
    "appalachians": Picture(
        title="Les Appalaches",
        description="Dessin\u00a0: de vieilles montagnes arrondies au-dessus d’un lac bordé de sapins.",
        paint=appalachians,
        focus=(800, 520),
    ),
    "pyrenees": Picture(
        title="Les Pyrénées",
        description="Dessin\u00a0: des sommets enneigés au-dessus de collines et de rangs de vigne.",
        paint=pyrenees,
        focus=(800, 480),
    ),
    "bridge": Picture(
        title="Un pont entre deux rives",
        description="Dessin\u00a0: un pont relie une rive verte à une rive ocre.",
        paint=bridge,
        focus=(800, 560),
    ),
    "open-pit": Picture(
        title="La mine à ciel ouvert",
        description="Dessin\u00a0: les terrasses d’une mine à ciel ouvert descendent vers un lac turquoise.",
        paint=open_pit,
        focus=(800, 560),
    ),
    "laboratory": Picture(
        title="Le laboratoire",
        description="Dessin\u00a0: de la verrerie de laboratoire devant une fenêtre ouverte sur des montagnes.",
        paint=laboratory,
        focus=(800, 600),
    ),
    "college": Picture(
        title="Le cégep",
        description="Dessin\u00a0: un long bâtiment d’enseignement entouré d’arbres.",
        paint=college,
        focus=(800, 560),
    ),
    "tailings": Picture(
        title="Les résidus miniers",
        description="Dessin\u00a0: une haute halde grise domine les toits d’une petite ville.",
        paint=tailings,
        focus=(800, 480),
    ),
    "table": Picture(
        title="La table commune",
        description="Dessin\u00a0: une longue table mise entre deux fenêtres, l’une sur des crêtes rondes, l’autre sur des pics.",
        paint=table,
        focus=(800, 560),
    ),
    "summit-hall": Picture(
        title="La salle du sommet",
        description="Dessin\u00a0: un public vu de dos devant une scène où l’écran montre deux montagnes.",
        paint=summit_hall,
        focus=(800, 430),
    ),
    "journey": Picture(
        title="La traversée",
        description="Dessin\u00a0: un avion relie en arc une côte verte à une côte ocre, par-dessus l’océan.",
        paint=journey,
        focus=(800, 400),
    ),
    "suitcase": Picture(
        title="La valise",
        description="Dessin\u00a0: une valise posée devant une fenêtre ouverte sur des montagnes.",
        paint=suitcase,
        focus=(800, 600),
    ),
}


def draw(key: str) -> bytes:
    """The picture as a JPEG file of 1600 by 1000 pixels. Raises KeyError for a key that is not in PICTURES."""
    return PICTURES[key].paint().jpeg()
