"""A sheet to draw on, the palette of the portal, and the lines that drawings are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000

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
        if min(size) <= 0:
            return
        mask = Image.new("1", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in scaled], fill=1)
        ramp = Image.linear_gradient("L").resize((1, size[1]))
        bands = zip(top, bottom, strict=True)
        tones = Image.merge("RGB", [ramp.point([round(a + (b - a) * n / 255) for n in range(256)]) for a, b in bands])
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


def place(text: str, x: float, foot: float, size: float) -> list[Point]:
    """The points written « x y, x y », moved to where a form stands and brought to its size."""
    return [(x + dx * size, foot + dy * size) for dx, dy in pts(text)]


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
            weights = (2 * t**2 - t**3 - t, 3 * t**3 - 5 * t**2 + 2, 4 * t**2 - 3 * t**3 + t, t**3 - t**2)
            x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) / 2 for axis in (0, 1))
            found.append((x, y))
    return [*found, points[-1]]


def ground(line: Sequence[Point], bottom: float = HEIGHT) -> list[Point]:
    """The line, closed at the bottom of the sheet."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def round_ridge(seed: int, height: float, swing: float, left: float = -40, right: float = WIDTH + 40) -> list[Point]:
    """An old, worn ridge, such as the Appalachians'."""
    pick, count = chance(seed), 8
    span = (right - left) / count
    inner = [0, *[1] * (count - 1), 0]
    return curve(
        [(left + span * (n + pick(-0.25, 0.25) * free), height + pick(-swing, swing)) for n, free in enumerate(inner)]
    )
