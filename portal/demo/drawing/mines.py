"""What mining leaves: a pit and a heap."""

from __future__ import annotations

from portal.demo.drawing.forms import fir, house
from portal.demo.drawing.sheet import (
    APRICOT,
    GREEN,
    GREEN_DEEP,
    INK,
    JADE,
    OCHRE,
    OCHRE_DEEP,
    PAPER,
    SAND,
    Sheet,
    chance,
    curve,
    ground,
    mix,
    pts,
    round_ridge,
)


def open_pit() -> Sheet:
    sheet = Sheet(mix(SAND, PAPER, 0.3), PAPER)
    sheet.disc(360, 210, 80, mix(PAPER, APRICOT, 0.35))
    for n, share in enumerate((0.7, 0.5)):
        line = round_ridge(51 + n, 270 + n * 52, 34)
        sheet.wash(ground(line), mix(GREEN, PAPER, share), mix(GREEN, PAPER, share + 0.2))
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


def tailings() -> Sheet:
    sheet = Sheet(mix(SAND, PAPER, 0.25), PAPER)
    sheet.disc(1260, 230, 88, mix(PAPER, APRICOT, 0.35))
    sheet.wash(ground(round_ridge(71, 500, 30)), mix(GREEN, PAPER, 0.66), mix(GREEN, PAPER, 0.8))
    grey = mix(mix(INK, PAPER, 0.5), GREEN, 0.22)
    heap = pts("-40 700, 90 660, 330 352, 430 300, 700 284, 860 306, 980 420, 1120 560, 1330 676, 1640 720")
    sheet.wash(ground(heap), mix(grey, PAPER, 0.32), grey)
    shade = pts("700 284, 860 306, 980 420, 1120 560, 1330 676, 1640 720, 1640 800, 900 800, 850 560, 760 420")
    sheet.wash(shade, mix(grey, INK, 0.14), mix(grey, INK, 0.3))
    pick = chance(9)
    for n in range(13):
        start, length = 330 + n * 32, pick(110, 330)
        gully = [(start, 368 - min(n, 6) * 9), (start - length * 0.42, 352 + length)]
        sheet.line(gully, mix(grey, PAPER, 0.46), pick(3, 7))
    for level, left, right in ((430, 272, 768), (540, 186, 846), (640, 108, 870)):
        sheet.line(
            curve([(left, level + 8), ((left + right) / 2, level - 8), (right, level + 4)]), mix(grey, INK, 0.18), 5
        )
    steel = mix(INK, OCHRE_DEEP, 0.35)
    sheet.line(pts("700 284, 1230 640"), steel, 12)
    for x, y in pts("820 364, 940 445, 1060 526, 1180 606"):
        sheet.line([(x, y), (x - 24, y + 110)], steel, 5)
        sheet.line([(x, y), (x + 24, y + 110)], steel, 5)
    sheet.box(1200, 610, 1300, 730, mix(OCHRE, INK, 0.25))
    sheet.shape(pts("1190 612, 1250 572, 1310 612"), OCHRE_DEEP)
    sheet.wash(ground(curve(pts("-40 730, 400 712, 900 738, 1640 716"))), mix(GREEN, JADE, 0.25), GREEN_DEEP)
    for n in range(11):
        x, width = 24 + n * 148 + pick(-16, 16), pick(82, 112)
        roof = (OCHRE, GREEN, mix(INK, PAPER, 0.25))[n % 3]
        house(sheet, x, 830 + pick(-12, 14), width, mix(PAPER, SAND, pick(0.1, 0.5)), roof)
    sheet.box(760, 650, 812, 836, mix(PAPER, SAND, 0.2))
    sheet.shape(pts("750 652, 786 520, 822 652"), GREEN_DEEP)
    sheet.box(744, 740, 900, 836, mix(PAPER, SAND, 0.35))
    sheet.shape(pts("812 744, 856 690, 912 744"), GREEN_DEEP)
    sheet.disc(786, 690, 12, GREEN_DEEP)
    sheet.wash(ground(curve(pts("-40 880, 300 858, 800 884, 1300 862, 1640 890"))), mix(GREEN_DEEP, GREEN, 0.3), INK)
    for n in range(15):
        x, foot, height = 30 + n * 112 + pick(-34, 34), 905 + pick(-6, 10), pick(60, 120)
        fir(sheet, x, foot, height, mix(GREEN_DEEP, INK, pick(0.1, 0.5)))
    return sheet
