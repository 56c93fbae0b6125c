"""Rooms: a laboratory, a table, a hall, a suitcase by the window."""

from __future__ import annotations

import math

from portal.demo.drawing.forms import person, snow, window
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
)


def laboratory() -> Sheet:
    sheet = Sheet(mix(GREEN_TINT, PAPER, 0.2), mix(GREEN_TINT, JADE, 0.2))
    window(sheet, 130, 120, 690, 560, sharp=False)
    window(sheet, 910, 120, 1470, 560, sharp=True)
    sheet.wash(pts("0 800, 1600 800, 1600 1000, 0 1000"), mix(GREEN_DEEP, INK, 0.2), INK)
    sheet.box(0, 780, WIDTH, 812, mix(GREEN, INK, 0.3))
    rack, wood = 360, mix(OCHRE, SAND, 0.45)
    for n, (level, liquid) in enumerate(((0.5, GREEN), (0.72, APRICOT), (0.36, JADE), (0.6, OCHRE))):
        x = rack + n * 74
        sheet.box(x - 20, 520, x + 20, 756, mix(PAPER, GREEN_TINT, 0.5), 20)
        sheet.box(x - 20, 756 - 220 * level, x + 20, 756, liquid, 18)
        sheet.box(x - 20, 756 - 220 * level, x + 20, 740 - 220 * level + 36, mix(liquid, PAPER, 0.2))
        sheet.box(x - 26, 512, x + 26, 526, mix(GREEN_TINT, INK, 0.18), 6)
    sheet.box(rack - 56, 600, rack + 278, 624, wood, 6)
    sheet.box(rack - 56, 756, rack + 278, 780, wood, 6)
    sheet.box(rack - 56, 600, rack - 34, 780, mix(wood, INK, 0.2), 6)
    sheet.box(rack + 256, 600, rack + 278, 780, mix(wood, INK, 0.2), 6)
    flask(sheet, 170, 782, 250, 0.55, mix(OCHRE, APRICOT, 0.35))
    flask(sheet, 850, 784, 390, 0.62, mix(GREEN, JADE, 0.3))
    stand, steel = 1180, mix(INK, PAPER, 0.28)
    sheet.box(stand - 10, 330, stand + 10, 780, steel)
    sheet.box(stand - 30, 760, stand + 230, 782, steel, 8)
    sheet.box(stand, 400, stand + 130, 416, steel)
    sheet.box(stand + 108, 372, stand + 152, 470, mix(PAPER, GREEN_TINT, 0.5), 8)
    sheet.disc(stand + 130, 560, 112, mix(PAPER, GREEN_TINT, 0.5))
    turns = [math.pi * n / 30 for n in range(31)]
    bowl = [(stand + 130 + 106 * math.cos(turn), 566 + 104 * math.sin(turn)) for turn in turns]
    sheet.wash(bowl, APRICOT, mix(OCHRE, APRICOT, 0.3))
    sheet.oval(stand + 130, 566, 106, 12, mix(APRICOT, PAPER, 0.4))
    sheet.line(curve(pts("1240 528, 1252 492, 1276 468")), PAPER, 9)
    sheet.shape(pts("1282 762, 1338 762, 1328 716, 1292 716"), steel)
    sheet.shape(curve(pts("1310 670, 1328 700, 1310 720, 1292 700, 1310 670")), APRICOT)
    flask(sheet, 1490, 782, 210, 0.4, JADE)
    return sheet


def flask(sheet: Sheet, x: float, foot: float, size: float, level: float, liquid: Colour) -> None:
    """A conical flask, filled up to a share of its height."""
    glass, neck, half = mix(PAPER, GREEN_TINT, 0.55), size * 0.13, size * 0.42
    shoulder = foot - size * 0.68

    def half_width(y: float) -> float:
        return neck + (half - neck) * (y - shoulder) / (foot - shoulder)

    sheet.shape([(x - neck, shoulder), (x + neck, shoulder), (x + half, foot), (x - half, foot)], glass)
    sheet.box(x - neck, foot - size, x + neck, shoulder + 2, glass)
    sheet.box(x - neck * 1.35, foot - size * 1.03, x + neck * 1.35, foot - size * 0.97, mix(glass, INK, 0.16), 5)
    top = foot - size * 0.68 * level
    wide = half_width(top)
    body = [(x - wide, top), (x + wide, top), (x + half * 0.98, foot), (x - half * 0.98, foot)]
    sheet.wash(body, liquid, mix(liquid, INK, 0.28))
    sheet.oval(x, top, wide, size * 0.022, mix(liquid, PAPER, 0.35))
    for n, (dx, dy) in enumerate(((-0.12, 0.1), (0.08, 0.2), (0.0, 0.33), (0.15, 0.08))):
        sheet.disc(x + dx * size, foot - dy * size, size * (0.018 + 0.006 * n), mix(liquid, PAPER, 0.45))
    shine = [(x - neck * 0.55, foot - size * 0.9), (x - neck * 0.55, shoulder), (x - half * 0.66, foot - size * 0.14)]
    sheet.line(shine, mix(glass, (255, 255, 255), 0.8), size * 0.02)


def table() -> Sheet:
    sheet = Sheet(mix(OCHRE_TINT, PAPER, 0.3), OCHRE_TINT)
    window(sheet, 130, 110, 650, 500, sharp=False)
    window(sheet, 950, 110, 1470, 500, sharp=True)
    cord = mix(INK, PAPER, 0.25)
    sheet.line(pts("800 0, 800 150"), cord, 5)
    sheet.wash(pts("740 226, 764 150, 836 150, 860 226"), mix(OCHRE, APRICOT, 0.2), OCHRE)
    sheet.oval(800, 226, 60, 13, mix(APRICOT, PAPER, 0.55))
    sheet.wash(pts("0 800, 1600 800, 1600 1000, 0 1000"), mix(SAND, OCHRE, 0.3), mix(SAND, OCHRE, 0.55))
    for n in range(5):
        x = 250 + n * 275
        tone = GREEN if n % 2 == 0 else OCHRE
        sheet.box(x - 62, 540, x + 62, 800, mix(tone, INK, 0.15), 22)
        sheet.box(x - 42, 566, x + 42, 660, mix(tone, PAPER, 0.16), 14)
    sheet.shape(pts("110 690, 1490 690, 1570 790, 30 790"), PAPER)
    sheet.wash(pts("30 790, 1570 790, 1546 876, 54 876"), mix(PAPER, SAND, 0.35), mix(PAPER, SAND, 0.75))
    for n in range(1, 9):
        sheet.line([(30 + n * 171, 792), (54 + n * 166, 874)], mix(PAPER, SAND, 0.8), 3)
    for x in (150, 1410):
        sheet.box(x, 876, x + 40, 1000, OCHRE_DEEP)
    for n in range(5):
        x, rim = 250 + n * 275, mix(GREEN if n % 2 == 0 else OCHRE, PAPER, 0.3)
        sheet.oval(x, 748, 78, 23, mix(SAND, INK, 0.12))
        sheet.oval(x, 744, 78, 23, rim)
        sheet.oval(x, 743, 66, 18, mix(PAPER, (255, 255, 255), 0.5))
        sheet.oval(x, 745, 42, 10, mix(PAPER, SAND, 0.4))
        sheet.shape(place("-17 684, 17 684, 13 742, -13 742", x + 108, 0, 1), mix(GREEN_TINT, PAPER, 0.2))
        sheet.shape(place("-16 706, 16 706, 13 742, -13 742", x + 108, 0, 1), mix(APRICOT, OCHRE, 0.2))
    sheet.box(640, 596, 716, 720, JADE, 14)
    sheet.box(656, 560, 700, 606, JADE, 8)
    for dx, dy, radius in ((-40, 540, 24), (-8, 506, 30), (30, 530, 26), (8, 552, 24)):
        sheet.line([(678, 590), (678 + dx, dy)], GREEN_DEEP, 5)
        sheet.disc(678 + dx, dy, radius, mix(OCHRE, APRICOT, 0.2 + radius / 80))
        sheet.disc(678 + dx, dy, radius * 0.36, SAND)
    sheet.oval(930, 712, 70, 22, mix(OCHRE_DEEP, SAND, 0.35))
    for x, y in ((900, 694), (934, 684), (964, 696)):
        sheet.oval(x, y, 34, 22, mix(SAND, OCHRE, 0.45))
        sheet.line([(x - 12, y - 6), (x + 10, y + 4)], mix(SAND, PAPER, 0.4), 4)
    return sheet


def summit_hall() -> Sheet:
    sheet = Sheet(mix(GREEN_DEEP, INK, 0.55), mix(GREEN_DEEP, INK, 0.2))
    for lamp, lean in ((250, 210), (800, 0), (1350, -210)):
        beam = [(lamp - 26, 0), (lamp + 26, 0), (lamp + lean + 230, 700), (lamp + lean - 230, 700)]
        sheet.wash(beam, mix(GREEN_DEEP, JADE, 0.16), mix(GREEN_DEEP, JADE, 0.34))
    sheet.box(356, 96, 1244, 596, INK, 10)
    sheet.wash(pts("376 116, 1224 116, 1224 576, 376 576"), mix(APRICOT, PAPER, 0.45), PAPER)
    sheet.disc(800, 370, 80, mix(PAPER, APRICOT, 0.55))
    for drop, share in ((0, 0.5), (96, 0.05)):
        young = pts("1224 300, 1170 250, 1120 320, 1040 215, 985 300, 940 270, 860 390, 760 450, 640 520, 376 576")
        placed = [(x, min(576, y + drop)) for x, y in young[::-1]]
        sheet.wash(ground(placed, 576), mix(OCHRE, PAPER, share), mix(OCHRE_DEEP, PAPER, share))
        if not drop:
            snow(sheet, placed, 32, PAPER, mix(OCHRE_TINT, APRICOT, 0.4))
        worn = curve(pts("376 350, 470 280, 560 330, 650 300, 760 400, 900 500, 1224 576"))
        placed = [(x, min(576, y + drop)) for x, y in worn]
        sheet.wash(ground(placed, 576), mix(GREEN, PAPER, share), mix(GREEN_DEEP, PAPER, share))
    sheet.wash(pts("200 680, 1400 680, 1500 760, 100 760"), mix(OCHRE, SAND, 0.35), mix(OCHRE, INK, 0.15))
    sheet.box(100, 760, 1500, 800, mix(OCHRE_DEEP, INK, 0.35))
    person(sheet, 1180, 548, 0.78, mix(GREEN_TINT, SAND, 0.5), mix(SAND, OCHRE, 0.35))
    sheet.shape(pts("1130 560, 1230 560, 1218 716, 1142 716"), mix(OCHRE, INK, 0.3))
    sheet.box(1118, 548, 1242, 566, mix(OCHRE, SAND, 0.25), 4)
    sheet.line(pts("1180 548, 1168 508"), SAND, 4)
    for seat, coat in ((330, JADE), (440, APRICOT), (550, SAND)):
        sheet.box(seat - 36, 650, seat + 36, 716, mix(GREEN, INK, 0.3), 12)
        person(sheet, seat, 672, 0.7, coat, mix(SAND, OCHRE, 0.4))
    pick = chance(12)
    for row, (foot, size, share) in enumerate(((838, 0.72, 0.28), (910, 0.94, 0.5), (1012, 1.24, 0.8))):
        step = 96 * size + 24
        for n in range(int(WIDTH / step) + 2):
            x = n * step - row * 30 + pick(-9, 9)
            coat = mix((GREEN, OCHRE, GREEN_DEEP, mix(GREEN, SAND, 0.4), OCHRE_DEEP)[(n * 3 + row) % 5], INK, share)
            person(sheet, x, foot + pick(-6, 6), size, coat, mix(mix(OCHRE_DEEP, INK, 0.5), INK, share * 0.8))
    return sheet


def suitcase() -> Sheet:
    sheet = Sheet(mix(GREEN_TINT, PAPER, 0.5), mix(GREEN_TINT, SAND, 0.25))
    window(sheet, 120, 90, 740, 560, sharp=False)
    window(sheet, 860, 90, 1480, 560, sharp=True)
    sheet.wash(pts("0 760, 1600 760, 1600 1000, 0 1000"), mix(SAND, OCHRE, 0.22), mix(SAND, OCHRE, 0.5))
    for n in range(12):
        sheet.line([(800 + (n - 5.5) * 150, 760), (800 + (n - 5.5) * 330, 1000)], mix(SAND, OCHRE, 0.42), 4)
    sheet.box(0, 742, WIDTH, 764, mix(OCHRE_DEEP, SAND, 0.35))
    sheet.oval(800, 900, 330, 34, mix(SAND, OCHRE_DEEP, 0.62))
    leather, strap = mix(OCHRE, APRICOT, 0.1), mix(OCHRE_DEEP, INK, 0.25)
    sheet.box(706, 396, 894, 480, strap, 30)
    sheet.box(728, 418, 872, 500, mix(GREEN_TINT, SAND, 0.2), 18)
    sheet.box(520, 454, 1080, 896, mix(leather, INK, 0.12), 40)
    sheet.box(520, 454, 1080, 872, leather, 40)
    sheet.box(544, 478, 1056, 500, mix(leather, APRICOT, 0.3), 11)
    for x in (604, 950):
        sheet.box(x, 454, x + 46, 872, strap)
        sheet.box(x - 8, 560, x + 54, 618, SAND, 8)
        sheet.box(x + 6, 574, x + 40, 604, strap, 4)
    for x, y in ((520, 454), (1016, 454), (520, 808), (1016, 808)):
        sheet.box(x, y, x + 64, y + 64, mix(strap, OCHRE, 0.25), 30)
    sheet.disc(800, 600, 74, PAPER)
    sheet.disc(800, 600, 64, mix(JADE, PAPER, 0.4))
    hills = "738 622, 764 588, 790 606, 818 584, 846 606, 862 622, 838 648, 800 662, 762 648, 738 622"
    sheet.shape(curve(pts(hills)), GREEN)
    sheet.box(680, 712, 800, 792, PAPER, 6)
    sheet.wash(pts("688 720, 792 720, 792 784, 688 784"), mix(APRICOT, PAPER, 0.4), PAPER)
    sheet.shape(pts("688 784, 712 748, 724 760, 746 730, 766 762, 776 752, 792 784"), OCHRE)
    sheet.box(838, 722, 926, 810, GREEN_DEEP, 44)
    star = "882 738, 892 760, 914 762, 898 778, 904 798, 882 788, 860 798, 866 778, 850 762, 872 760"
    sheet.shape(pts(star), SAND)
    sheet.line(curve(pts("884 440, 930 470, 940 530")), strap, 5)
    sheet.shape(pts("912 526, 962 514, 978 590, 926 600"), mix(PAPER, SAND, 0.3))
    for n in range(3):
        sheet.line([(926, 548 + n * 14), (960, 541 + n * 14)], mix(SAND, INK, 0.3), 4)
    return sheet
