"""Mountains, an ocean, wind and sun."""

from __future__ import annotations

import math

from portal.demo.drawing.forms import cloud, fir, house, snow
from portal.demo.drawing.sheet import (
    APRICOT,
    GREEN,
    GREEN_DEEP,
    HEIGHT,
    INK,
    JADE,
    OCHRE,
    OCHRE_DEEP,
    OCHRE_TINT,
    PAPER,
    SAND,
    WIDTH,
    Point,
    Sheet,
    chance,
    curve,
    ground,
    mix,
    pts,
    round_ridge,
)


def two_ridges() -> Sheet:
    sheet = Sheet(mix(APRICOT, PAPER, 0.62), PAPER)
    sheet.disc(800, 520, 175, mix(PAPER, APRICOT, 0.2))
    sheet.disc(800, 520, 120, mix(PAPER, APRICOT, 0.42))
    for step, (base, share) in enumerate(((470, 0.72), (560, 0.48), (670, 0.2), (800, 0.0))):
        drop = base - 470
        old = pts("-40 450, 140 350, 330 410, 520 375, 740 520, 980 620, 1300 730, 1700 800")
        worn = curve([(x, y + drop) for x, y in old])
        peaks = pts(
            "-40 870, 500 770, 800 640, 960 560, 1050 510, 1120 395, 1180 450, 1250 310, 1290 340, 1350 235, 1440 365, "
            "1500 400, 1560 320, 1640 390"
        )
        young = [(x - step * 18, y + drop * 1.04) for x, y in [*peaks, (1740, 480)]]
        sheet.wash(ground(young), mix(OCHRE, PAPER, share), mix(OCHRE_DEEP, PAPER, share * 0.8))
        if step < 2:
            snow(sheet, young, 42, mix(PAPER, OCHRE_TINT, 0.2), mix(OCHRE_TINT, APRICOT, 0.3))
        sheet.wash(ground(worn), mix(GREEN, PAPER, share), mix(GREEN_DEEP, PAPER, share * 0.8))
    sheet.wash(ground(curve(pts("-40 940, 300 900, 800 935, 1300 905, 1640 945"))), GREEN_DEEP, INK)
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
    for shore in ("-40 650, 260 640, 520 668, 700 662, 760 664", "1000 664, 1240 652, 1450 632, 1640 640"):
        sheet.wash(ground(curve(pts(shore)), 668), mix(GREEN_DEEP, GREEN, 0.4), GREEN_DEEP)
    for n in range(26):
        x = 12 + n * 27 + pick(-8, 8) if n < 17 else 1130 + (n - 17) * 55 + pick(-14, 14)
        fir(sheet, x, 660, pick(44, 84) * (1 - abs(n - 6) * 0.02), mix(GREEN_DEEP, GREEN, pick(0, 0.35)))
    sheet.wash(ground(curve(pts("-40 880, 220 872, 520 940, 820 1010"))), GREEN_DEEP, INK)
    for x, foot, height in ((40, 950, 430), (150, 960, 330), (250, 950, 240), (330, 965, 170)):
        fir(sheet, x, foot, height, mix(GREEN_DEEP, INK, 0.45))
    return sheet


def pyrenees() -> Sheet:
    sheet = Sheet(mix(APRICOT, PAPER, 0.5), PAPER)
    sheet.disc(330, 270, 92, mix(PAPER, APRICOT, 0.14))
    far = pts(
        "-40 520, 60 430, 120 470, 200 400, 290 500, 350 460, 470 520, 560 400, 610 430, 720 250, 775 320, 810 296, "
        "900 420, 960 380, 1040 460, 1130 350, 1180 390, 1290 290, 1370 400, 1420 370, 1520 470, 1580 410, 1660 480"
    )
    sheet.wash(ground(far), mix(OCHRE, PAPER, 0.68), mix(OCHRE_TINT, PAPER, 0.3))
    snow(sheet, far, 78, PAPER, mix(OCHRE_TINT, APRICOT, 0.3))
    near = pts(
        "-40 560, 110 500, 170 540, 330 610, 420 560, 480 590, 640 640, 760 560, 860 610, 960 480, 1010 530, 1080 500, "
        "1190 600, 1300 640, 1400 540, 1450 570, 1540 510, 1660 600"
    )
    sheet.wash(ground(near), mix(OCHRE, PAPER, 0.4), mix(OCHRE_TINT, PAPER, 0.1))
    snow(sheet, near, 36, mix(PAPER, OCHRE_TINT, 0.3), mix(OCHRE_TINT, APRICOT, 0.6))
    sheet.wash(ground(round_ridge(31, 640, 30)), mix(OCHRE, APRICOT, 0.25), mix(OCHRE, PAPER, 0.45))
    sheet.wash(ground(round_ridge(33, 715, 26)), mix(GREEN, SAND, 0.3), mix(GREEN, SAND, 0.6))
    for left, foot, size in ((250, 742, 0.9), (352, 750, 0.7), (1160, 762, 0.8)):
        house(sheet, left, foot, 92 * size, mix(PAPER, SAND, 0.3), OCHRE)
    hill = curve(pts("-40 800, 300 752, 700 800, 1050 830, 1400 780, 1640 755"))
    sheet.wash(ground(hill), mix(GREEN, JADE, 0.12), GREEN_DEEP)
    for n in range(-9, 10):
        top = 800 + 24 * math.sin(n * 0.7)
        row = curve([(800 + n * 92, top + 26), (800 + n * 142, 900), (800 + n * 226, 1010)])
        sheet.line(row, mix(GREEN_DEEP, INK, 0.3), 20)
        for x, y in row[2::4]:
            leaf = 8 + (y - 800) * 0.075
            sheet.oval(x, y - leaf * 0.6, leaf * 1.5, leaf, mix(GREEN, JADE, 0.42))
    return sheet


def journey() -> Sheet:
    sheet = Sheet(mix(APRICOT, PAPER, 0.35), mix(JADE, PAPER, 0.6))
    sheet.disc(800, 560, 190, mix(PAPER, APRICOT, 0.3))
    sheet.disc(800, 560, 140, mix(PAPER, APRICOT, 0.55))
    for middle, height, size in ((300, 210, 1.0), (1190, 150, 1.25), (980, 330, 0.7), (520, 390, 0.6)):
        cloud(sheet, middle, height, size)
    sheet.wash(pts("0 620, 1600 620, 1600 1000, 0 1000"), mix(JADE, PAPER, 0.25), GREEN_DEEP)
    pick = chance(15)
    for n in range(74):
        depth = n / 74
        y, x, length = 632 + depth * depth * 350, pick(-60, WIDTH), pick(30, 90) * (1 + depth * 2.4)
        tone = mix(mix(JADE, PAPER, 0.5 - depth * 0.4), GREEN, depth * 0.72)
        sheet.line(curve([(x, y), (x + length * 0.5, y - 3 - depth * 5), (x + length, y)], 5), tone, 2 + depth * 3)
    for n in range(26):
        y = 640 + n * 13
        wide = 118 - n * 2.6 + pick(-30, 30)
        sheet.line([(800 - wide, y), (800 + wide, y)], mix(mix(APRICOT, PAPER, 0.5), JADE, n / 36), 4)
    for drop, share in ((0, 0.42), (66, 0.0)):
        coast = pts("-60 500, 60 452, 200 470, 330 520, 420 590, 510 636")
        west = curve([(x - drop * 0.6, y + drop) for x, y in coast])
        west.append((west[-1][0] + 50, 646 + drop * 1.6))
        sheet.wash(ground(west, 646 + drop * 1.6), mix(GREEN, PAPER, share), mix(GREEN_DEEP, PAPER, share))
        chain = pts(
            "1080 632, 1160 560, 1215 585, 1300 455, 1350 530, 1400 480, 1470 400, 1530 490, 1580 440, 1660 520"
        )
        east = [(1040, 646 + drop * 1.6), *[(x + drop * 0.6, y + drop) for x, y in chain]]
        sheet.wash(ground(east, 646 + drop * 1.6), mix(OCHRE, PAPER, share), mix(OCHRE_DEEP, PAPER, share))
        if not drop:
            snow(sheet, east, 34, PAPER, mix(OCHRE_TINT, APRICOT, 0.4))
    for x, height in ((24, 120), (82, 96), (140, 104), (208, 70), (262, 56)):
        fir(sheet, x, 574 + x * 0.13, height, mix(GREEN_DEEP, INK, 0.25))
    arc = [(230 + 1140 * n / 60, 470 - 330 * math.sin(math.pi * n / 60)) for n in range(61)]
    for n in range(0, 36, 2):
        sheet.line(arc[n : n + 2], mix(OCHRE, PAPER, 0.12), 7)
    for n in range(40, 60, 2):
        sheet.line(arc[n : n + 2], mix(OCHRE, PAPER, 0.55), 6)
    plane(sheet, *arc[38], math.atan2(arc[39][1] - arc[37][1], arc[39][0] - arc[37][0]))
    return sheet


def plane(sheet: Sheet, x: float, y: float, angle: float) -> None:
    """An airliner in profile, flying along the angle."""

    def turned(text: str) -> list[Point]:
        cos, sin = math.cos(angle), math.sin(angle)
        return [(x + dx * cos - dy * sin, y + dx * sin + dy * cos) for dx, dy in pts(text)]

    white, line = mix(PAPER, (255, 255, 255), 0.6), mix(INK, GREEN, 0.3)
    sheet.shape(turned("-96 -14, -128 -66, -104 -66, -52 -14"), OCHRE)
    sheet.shape(turned("10 -6, -34 -60, -16 -60, 50 -6"), mix(line, PAPER, 0.35))
    hull = "-116 -12, -40 -21, 60 -21, 104 -10, 118 2, 98 13, 40 18, -50 16, -112 0, -116 -12"
    sheet.shape(curve(turned(hull), 8), white)
    sheet.shape(turned("-110 -2, 114 4, 98 13, 40 18, -50 16"), mix(GREEN, PAPER, 0.1))
    sheet.shape(turned("24 6, -52 66, -26 66, 66 6"), line)
    sheet.shape(turned("-92 -6, -124 14, -108 14, -66 -4"), line)
    for n in range(7):
        sheet.disc(*turned(f"{-52 + n * 20} -7")[0], 4.2, line)
    sheet.shape(turned("88 -12, 104 -9, 108 -3, 90 -4"), line)


def energy() -> Sheet:
    sheet = Sheet(mix(JADE, PAPER, 0.35), PAPER)
    sheet.disc(1240, 260, 112, mix(PAPER, APRICOT, 0.55))
    sheet.disc(1240, 260, 80, mix(APRICOT, SAND, 0.3))
    cloud(sheet, 360, 190, 0.9)
    cloud(sheet, 900, 130, 0.65)
    for n, share in enumerate((0.7, 0.5)):
        line = round_ridge(81 + n, 500 + n * 60, 30)
        sheet.wash(ground(line), mix(GREEN, PAPER, share), mix(GREEN, PAPER, share + 0.15))
    turbine(sheet, 1010, 590, 0.55, 0.3)
    turbine(sheet, 1180, 600, 0.62, 1.1)
    turbine(sheet, 820, 600, 0.5, 0.8)
    sheet.wash(
        ground(curve(pts("-40 640, 220 560, 520 560, 860 640, 1240 620, 1640 670"))), mix(GREEN, JADE, 0.3), GREEN
    )
    turbine(sheet, 230, 600, 1.12, 0.15)
    turbine(sheet, 500, 590, 0.92, 0.7)
    sheet.wash(
        ground(curve(pts("-40 770, 400 720, 900 740, 1640 700"))), mix(OCHRE, SAND, 0.62), mix(OCHRE, SAND, 0.35)
    )
    panel, grid = mix(GREEN_DEEP, INK, 0.35), mix(JADE, PAPER, 0.2)
    for row, (y, high, wide) in enumerate(((764, 40, 126), (826, 60, 190), (922, 92, 290))):
        for n in range(int(WIDTH / (wide * 1.12)) + 2):
            x = n * wide * 1.12 - wide * (0.5 + 0.3 * row)
            lean = wide * 0.14
            face = [(x + lean, y - high), (x + wide + lean, y - high), (x + wide, y), (x, y)]
            sheet.box(x + wide * 0.48, y - high * 0.4, x + wide * 0.54, y + high * 0.34, mix(INK, PAPER, 0.3))
            sheet.wash(face, mix(panel, JADE, 0.42), panel)
            for column in range(1, 5):
                dx = wide * column / 5
                sheet.line([(x + lean + dx, y - high), (x + dx, y)], grid, 1.4 + row * 0.5)
            sheet.line([(x + lean / 2, y - high / 2), (x + wide + lean / 2, y - high / 2)], grid, 1.4 + row * 0.5)
            sheet.line([*face, face[0]], mix(PAPER, SAND, 0.3), 2 + row)
    return sheet


def turbine(sheet: Sheet, x: float, foot: float, size: float, angle: float) -> None:
    white, top = mix(PAPER, (255, 255, 255), 0.5), foot - 330 * size
    mast = [(x - 5 * size, top), (x + 5 * size, top), (x + 10 * size, foot), (x - 10 * size, foot)]
    sheet.shape(mast, mix(white, JADE, 0.2))
    for n in range(3):
        turn = angle + n * 2 * math.pi / 3
        cos, sin = math.cos(turn), math.sin(turn)
        blade = [(dx * size, dy * size) for dx, dy in pts("0 -4, 34 -13, 178 -2, 178 2, 0 5")]
        sheet.shape([(x + dx * cos - dy * sin, top + dx * sin + dy * cos) for dx, dy in blade], white)
    sheet.disc(x, top, 12 * size, mix(white, GREEN, 0.3))
