"""A bridge, a college, two town halls."""

from __future__ import annotations

import math

from portal.demo.drawing.forms import fir, leafy, snow
from portal.demo.drawing.sheet import (
    APRICOT,
    GREEN,
    GREEN_DEEP,
    GREEN_TINT,
    INK,
    JADE,
    OCHRE,
    OCHRE_DEEP,
    OCHRE_TINT,
    PAPER,
    PAPER_DEEP,
    SAND,
    WIDTH,
    Colour,
    Sheet,
    chance,
    curve,
    ground,
    mix,
    pts,
    round_ridge,
)


def bridge() -> Sheet:
    sheet = Sheet(mix(SAND, PAPER, 0.35), PAPER)
    sheet.disc(800, 380, 120, mix(PAPER, APRICOT, 0.45))
    sheet.wash(ground(round_ridge(41, 470, 26)), mix(GREEN, PAPER, 0.72), PAPER_DEEP)
    water = 700
    sheet.wash(pts("0 700, 1600 700, 1600 1000, 0 1000"), mix(GREEN_TINT, JADE, 0.35), mix(GREEN, JADE, 0.35))
    pick = chance(8)
    for n in range(44):
        x, y, length = pick(-60, WIDTH), water + 12 + n * 6.6, pick(60, 240)
        sheet.line([(x, y), (x + length, y)], mix(mix(GREEN_TINT, PAPER, 0.4), JADE, n / 44), 2.4)
    for n in range(23):
        y, half = water + 10 + n * 13, 82 - n * 1.6 + pick(-26, 26)
        sheet.line([(800 - half, y), (800 + half, y)], mix(mix(APRICOT, PAPER, 0.6), JADE, n / 36), 4)
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
    sheet.wash(ground(curve(pts("-40 505, 60 512, 150 590, 215 700, 260 780, 300 1010")), 1000), GREEN, GREEN_DEEP)
    sheet.wash(
        ground(curve(pts("1640 505, 1540 512, 1450 590, 1385 700, 1340 780, 1300 1010")), 1000), OCHRE, OCHRE_DEEP
    )
    for x, height in ((18, 190), (70, 150), (112, 110)):
        fir(sheet, x, 524 + (x > 100) * 30, height, mix(GREEN_DEEP, INK, 0.2))
    for x, radius in ((1585, 62), (1520, 46)):
        sheet.box(x - 4, 440, x + 4, 520, OCHRE_DEEP)
        sheet.oval(x, 430, radius, radius * 0.8, mix(OCHRE, APRICOT, 0.25))
    return sheet


def college() -> Sheet:
    sheet = Sheet(mix(JADE, PAPER, 0.5), PAPER)
    sheet.disc(1290, 240, 84, mix(PAPER, APRICOT, 0.3))
    for n, share in enumerate((0.72, 0.52, 0.3)):
        line = round_ridge(61 + n, 430 + n * 62, 34)
        sheet.wash(ground(line), mix(GREEN, PAPER, share), mix(GREEN, PAPER, share + 0.12))
    sheet.wash(
        ground(curve(pts("-40 760, 500 742, 1100 750, 1640 738"))), mix(GREEN, JADE, 0.55), mix(GREEN, JADE, 0.2)
    )
    wall, glass, roof = mix(PAPER, SAND, 0.35), mix(GREEN_DEEP, JADE, 0.3), mix(INK, GREEN, 0.35)
    sheet.box(190, 520, 1010, 770, wall)
    sheet.box(176, 500, 1024, 526, roof)
    for row in range(2):
        for column in range(13):
            left, top = 222 + column * 60, 550 + row * 108
            lit = (column * 5 + row * 3) % 7 in (0, 3)
            sheet.box(left, top, left + 40, top + 68, mix(APRICOT, PAPER, 0.3) if lit else glass)
            sheet.box(left, top + 32, left + 40, top + 36, wall)
    sheet.box(960, 410, 1200, 772, mix(OCHRE, APRICOT, 0.12))
    sheet.box(944, 392, 1216, 416, roof)
    for row in range(3):
        sheet.box(994, 446 + row * 74, 1166, 496 + row * 74, mix(glass, JADE, 0.35))
        for column in range(1, 4):
            sheet.box(994 + column * 43 - 2, 446 + row * 74, 994 + column * 43 + 2, 496 + row * 74, roof)
    sheet.box(1030, 684, 1130, 772, GREEN_DEEP)
    sheet.box(1077, 684, 1083, 772, wall)
    sheet.shape(pts("1000 664, 1160 664, 1176 684, 984 684"), roof)
    sheet.box(1200, 580, 1450, 770, mix(wall, SAND, 0.3))
    sheet.box(1200, 562, 1464, 584, roof)
    sheet.box(1222, 612, 1430, 716, glass)
    for column in range(1, 6):
        sheet.box(1222 + column * 35, 612, 1225 + column * 35, 716, wall)
    sheet.wash(pts("1030 772, 1130 772, 1000 1000, 560 1000"), mix(SAND, PAPER, 0.5), SAND)
    for x, foot, height in ((70, 800, 300), (150, 790, 220), (1500, 792, 250), (1575, 806, 330)):
        fir(sheet, x, foot, height, mix(GREEN_DEEP, GREEN, 0.25))
    for x, foot, size in ((420, 850, 1.1), (760, 826, 0.8), (1300, 850, 1.15)):
        leafy(sheet, x, foot, size, mix(OCHRE, APRICOT, 0.3))
    return sheet


def town_halls() -> Sheet:
    sheet = Sheet(mix(SAND, PAPER, 0.4), PAPER)
    sheet.disc(800, 330, 110, mix(PAPER, APRICOT, 0.5))
    worn = curve(pts("-40 470, 180 400, 400 450, 620 430, 820 540, 1100 620"))
    sheet.wash(ground(worn, 800), mix(GREEN, PAPER, 0.6), mix(GREEN, PAPER, 0.8))
    young = pts(
        "600 640, 820 540, 900 560, 1010 430, 1070 500, 1130 450, 1260 300, 1330 410, 1390 370, 1480 460, 1560 390, "
        "1660 470"
    )
    sheet.wash(ground(young, 800), mix(OCHRE, PAPER, 0.6), mix(OCHRE, PAPER, 0.8))
    snow(sheet, young, 40, PAPER, mix(OCHRE_TINT, APRICOT, 0.35))
    modern(sheet)
    classical(sheet)
    sheet.wash(pts("0 800, 1600 800, 1600 1000, 0 1000"), mix(SAND, PAPER, 0.3), SAND)
    for n in range(1, 6):
        sheet.line([(0, 800 + n * n * 7), (WIDTH, 800 + n * n * 7)], mix(SAND, OCHRE, 0.12), 3)
    for n in range(19):
        sheet.line([(800 + (n - 9) * 96, 800), (800 + (n - 9) * 260, 1000)], mix(SAND, OCHRE, 0.12), 3)
    sheet.oval(800, 868, 150, 30, mix(SAND, INK, 0.25))
    sheet.oval(800, 858, 150, 30, mix(PAPER, SAND, 0.6))
    sheet.oval(800, 856, 128, 22, mix(JADE, GREEN, 0.25))
    sheet.box(788, 770, 812, 856, mix(PAPER, SAND, 0.8))
    sheet.oval(800, 772, 52, 12, mix(PAPER, SAND, 0.5))
    for side in (-1, 1):
        for reach in (30, 64):
            jet = [
                (800, 764),
                (800 + side * reach * 0.5, 716),
                (800 + side * reach, 760),
                (800 + side * reach * 1.25, 848),
            ]
            sheet.line(curve(jet), mix(JADE, PAPER, 0.35), 5)
    for x, coat in ((470, GREEN), (520, OCHRE), (1060, APRICOT), (1110, GREEN_DEEP), (1210, OCHRE)):
        walker(sheet, x, 905, 0.44 + x % 3 * 0.03, coat)
    return sheet


def modern(sheet: Sheet) -> None:
    wall, glass = mix(GREEN, PAPER, 0.12), mix(GREEN_DEEP, JADE, 0.25)
    sheet.box(90, 560, 640, 800, wall)
    sheet.box(74, 540, 656, 566, GREEN_DEEP)
    for n in range(8):
        left = 118 + n * 64
        sheet.box(left, 596, left + 42, 762, mix(APRICOT, PAPER, 0.4) if n in (2, 5) else glass)
        sheet.box(left, 676, left + 42, 682, wall)
    sheet.box(300, 380, 430, 800, mix(GREEN_DEEP, GREEN, 0.35))
    sheet.shape(pts("284 384, 365 316, 446 384"), GREEN_DEEP)
    sheet.disc(365, 452, 42, PAPER)
    sheet.line(pts("365 452, 365 424"), INK, 6)
    sheet.line(pts("365 452, 386 462"), INK, 6)
    sheet.box(330, 690, 400, 800, mix(APRICOT, SAND, 0.5), 4)
    sheet.box(362, 690, 368, 800, GREEN_DEEP)
    sheet.line(pts("365 316, 365 226"), INK, 5)
    flag = curve(pts("366 228, 396 236, 424 226, 448 232"))
    sheet.shape([*flag, *pts("448 274, 424 268, 396 278, 366 270")], mix(JADE, PAPER, 0.2))


def classical(sheet: Sheet) -> None:
    wall, shade = mix(OCHRE_TINT, SAND, 0.45), mix(OCHRE, SAND, 0.45)
    sheet.box(950, 520, 1530, 800, wall)
    sheet.shape(pts("930 524, 980 440, 1500 440, 1550 524"), mix(INK, PAPER, 0.28))
    sheet.box(936, 512, 1544, 532, shade)
    sheet.box(950, 650, 1530, 662, shade)
    for n in range(9):
        left = 976 + n * 62
        sheet.box(left, 552, left + 32, 636, OCHRE_DEEP, 4)
        sheet.box(left + 14, 552, left + 18, 636, wall)
        sheet.box(left, 684, left + 32, 800, OCHRE_DEEP, 15)
    sheet.box(1130, 500, 1350, 800, mix(wall, PAPER, 0.4))
    sheet.shape(pts("1106 504, 1240 410, 1374 504"), shade)
    sheet.shape(pts("1146 494, 1240 428, 1334 494"), mix(wall, PAPER, 0.5))
    sheet.disc(1240, 468, 17, OCHRE)
    for n in range(4):
        x = 1148 + n * 56
        sheet.box(x, 530, x + 18, 800, PAPER)
        sheet.box(x - 6, 522, x + 24, 534, shade)
    sheet.box(1216, 700, 1264, 800, OCHRE_DEEP, 20)
    sheet.box(1212, 372, 1268, 430, mix(wall, SAND, 0.4))
    sheet.shape(pts("1202 374, 1240 318, 1278 374"), mix(INK, PAPER, 0.28))
    sheet.line(pts("1240 320, 1240 236"), INK, 5)
    flag = curve(pts("1241 238, 1270 246, 1298 236, 1322 242"))
    sheet.shape([*flag, *pts("1322 284, 1298 278, 1270 288, 1241 280")], OCHRE)
    for n in range(3):
        sheet.box(1120 - n * 14, 782 + n * 8, 1360 + n * 14, 792 + n * 8, mix(PAPER, SAND, 0.3 + n * 0.2))


def walker(sheet: Sheet, x: float, foot: float, size: float, coat: Colour) -> None:
    sheet.oval(x, foot, 60 * size, 9 * size, mix(SAND, INK, 0.25))
    sheet.line([(x - 8 * size, foot - 90 * size), (x - 22 * size, foot)], INK, 17 * size)
    sheet.line([(x + 8 * size, foot - 90 * size), (x + 24 * size, foot)], INK, 17 * size)
    sheet.box(x - 32 * size, foot - 196 * size, x + 32 * size, foot - 76 * size, coat, 26 * size)
    sheet.disc(x, foot - 222 * size, 24 * size, mix(OCHRE_DEEP, SAND, 0.35))
