"""A street under the snow."""

from __future__ import annotations

from portal.demo.drawing.forms import fir
from portal.demo.drawing.sheet import (
    APRICOT,
    GREEN,
    GREEN_DEEP,
    HEIGHT,
    INK,
    JADE,
    OCHRE,
    OCHRE_DEEP,
    PAPER,
    SAND,
    WIDTH,
    Colour,
    Sheet,
    chance,
    curve,
    ground,
    mix,
    place,
    pts,
    round_ridge,
)


def winter_street() -> Sheet:
    sheet = Sheet(mix(GREEN_DEEP, INK, 0.45), mix(GREEN, JADE, 0.35))
    sheet.disc(1210, 190, 70, mix(PAPER, SAND, 0.3))
    pick = chance(18)
    for n, share in enumerate((0.12, 0.3)):
        line = round_ridge(91 + n, 430 + n * 66, 34)
        sheet.wash(ground(line), mix(GREEN_DEEP, JADE, share), mix(GREEN_DEEP, JADE, share + 0.16))
    for n in range(20):
        fir(sheet, n * 86 + pick(-20, 20), 640, pick(70, 140), mix(GREEN_DEEP, INK, 0.35))
    drift = mix(PAPER, JADE, 0.16)
    sheet.wash(ground(curve(pts("-40 640, 500 622, 1100 630, 1640 618"))), mix(drift, JADE, 0.2), PAPER)
    walls = (mix(OCHRE, SAND, 0.2), mix(GREEN, SAND, 0.35), mix(SAND, PAPER, 0.3), OCHRE, mix(GREEN, JADE, 0.2))
    plots = pts("-60 730, 290 690, 540 664, 930 664, 1110 690, 1370 736")
    for n, (x, foot) in enumerate(plots):
        winter_house(sheet, x, foot, (300, 210, 140)[min(n, 5 - n)], walls[n % 5])
    sheet.wash(pts("760 660, 860 660, 1330 1000, 290 1000"), mix(PAPER, JADE, 0.34), mix(PAPER, JADE, 0.12))
    for side in (-1, 1):
        ruts = [(810 + side * 18, 664), (810 + side * 60, 790), (810 + side * 190, 1000)]
        sheet.line(curve(ruts), mix(PAPER, JADE, 0.5), 9)
    sheet.wash(ground(curve(pts("-40 760, 250 790, 480 830, 560 900, 300 1010"))), PAPER, mix(PAPER, JADE, 0.3))
    sheet.wash(ground(curve(pts("1640 760, 1380 790, 1130 830, 1060 900, 1320 1010"))), PAPER, mix(PAPER, JADE, 0.3))
    for x, foot, size in ((430, 850, 1.0), (1190, 850, 1.0), (650, 712, 0.5), (980, 712, 0.5)):
        lamp(sheet, x, foot, size)
    for _ in range(230):
        x, y, radius = pick(0, WIDTH), pick(0, HEIGHT), pick(1.6, 5.2)
        sheet.disc(x, y, radius, mix(PAPER, JADE, pick(0, 0.25)))
    return sheet


def winter_house(sheet: Sheet, x: float, foot: float, width: float, wall: Colour) -> None:
    height = width * 0.62
    sheet.box(x, foot - height, x + width, foot, mix(wall, INK, 0.25))
    peak = foot - height - width * 0.42
    sheet.shape([(x, foot - height), (x + width / 2, peak + 18), (x + width, foot - height)], mix(wall, INK, 0.25))
    sheet.box(x + width * 0.7, peak + width * 0.04, x + width * 0.8, foot - height, mix(INK, OCHRE_DEEP, 0.5))
    eaves = foot - height + width * 0.02
    roof = [(x - width * 0.08, eaves), (x + width / 2, peak), (x + width * 1.08, eaves)]
    sheet.line(roof, mix(PAPER, JADE, 0.1), width * 0.1)
    glow = mix(APRICOT, SAND, 0.45)
    for left, top, wide, high in ((0.12, 0.5, 0.2, 0.3), (0.68, 0.5, 0.2, 0.3), (0.4, 0.92, 0.2, 0.2)):
        upper, lower, middle = foot - width * top, foot - width * (top - high * 0.8), x + width * (left + wide / 2)
        sheet.box(x + width * left, upper, x + width * (left + wide), lower, glow)
        sheet.box(middle - width * 0.008, upper, middle + width * 0.008, lower, mix(wall, INK, 0.4))
    sheet.box(x + width * 0.42, foot - width * 0.36, x + width * 0.58, foot, mix(OCHRE_DEEP, INK, 0.2))
    drift = place("-0.1 0.01, 0.3 -0.06, 0.7 -0.02, 1.1 0.01", x, foot, width)
    sheet.wash(ground(curve(drift), foot + 14), PAPER, mix(PAPER, JADE, 0.16))


def lamp(sheet: Sheet, x: float, foot: float, size: float) -> None:
    sheet.oval(x, foot, 120 * size, 26 * size, mix(PAPER, SAND, 0.6))
    sheet.box(x - 5 * size, foot - 250 * size, x + 5 * size, foot, INK)
    sheet.shape(place("-24 -296, 24 -296, 16 -250, -16 -250", x, foot, size), mix(SAND, APRICOT, 0.35))
    sheet.shape(place("-32 -294, 0 -322, 32 -294", x, foot, size), INK)
    sheet.line(place("-30 -298, 0 -324, 30 -298", x, foot, size), PAPER, 8 * size)
