"""Small things that stand in several pictures."""

from __future__ import annotations

from collections.abc import Sequence

from portal.demo.drawing.sheet import (
    APRICOT,
    GREEN,
    GREEN_DEEP,
    INK,
    JADE,
    OCHRE,
    OCHRE_DEEP,
    OCHRE_TINT,
    PAPER,
    SAND,
    Colour,
    Point,
    Sheet,
    curve,
    ground,
    mix,
    place,
    pts,
)


def between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


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


def fir(sheet: Sheet, x: float, foot: float, height: float, colour: Colour) -> None:
    half = height * 0.2
    for top, bottom, width in ((0.0, 0.45, 0.55), (0.22, 0.72, 0.8), (0.5, 0.95, 1.0)):
        y_top, y_bottom = foot - height * (1 - top), foot - height * (1 - bottom)
        sheet.shape([(x, y_top), (x - half * width, y_bottom), (x + half * width, y_bottom)], colour)
    sheet.box(x - height * 0.02, foot - height * 0.06, x + height * 0.02, foot, colour)


def leafy(sheet: Sheet, x: float, foot: float, size: float, colour: Colour) -> None:
    """A tree in its autumn leaves."""
    sheet.box(x - 7 * size, foot - 110 * size, x + 7 * size, foot, mix(OCHRE_DEEP, INK, 0.4))
    for dx, dy, radius, share in ((-34, 120, 44, 0.0), (36, 124, 46, 0.1), (0, 168, 54, 0.2), (-12, 176, 30, 0.38)):
        sheet.disc(x + dx * size, foot - dy * size, radius * size, mix(colour, APRICOT, share))


def house(sheet: Sheet, x: float, foot: float, width: float, wall: Colour, roof: Colour) -> None:
    height = width * 0.55
    sheet.box(x, foot - height, x + width, foot, wall)
    sheet.shape(place("-0.08 -0.55, 0.2 -1.02, 0.8 -1.02, 1.08 -0.55", x, foot, width), roof)
    for share in (0.16, 0.44, 0.72):
        left, right = x + width * share, x + width * (share + 0.13)
        sheet.box(left, foot - height * 0.72, right, foot - height * 0.3, mix(roof, INK, 0.45))


def cloud(sheet: Sheet, x: float, y: float, size: float) -> None:
    tone = mix(PAPER, (255, 255, 255), 0.4)
    sheet.box(x - 110 * size, y - 12 * size, x + 110 * size, y + 26 * size, tone, 19 * size)
    for dx, dy, radius in ((-44, -10, 40), (18, -26, 52), (66, -4, 30)):
        sheet.disc(x + dx * size, y + dy * size, radius * size, tone)


def person(sheet: Sheet, x: float, foot: float, size: float, coat: Colour, head: Colour) -> None:
    """Head and shoulders."""
    sheet.box(x - 46 * size, foot - 62 * size, x + 46 * size, foot + 60 * size, coat, 34 * size)
    sheet.box(x - 11 * size, foot - 80 * size, x + 11 * size, foot - 50 * size, head)
    sheet.oval(x, foot - 98 * size, 27 * size, 32 * size, head)


def window(sheet: Sheet, left: float, top: float, right: float, bottom: float, sharp: bool) -> None:
    """A window that opens on one of the two ranges."""
    frame, sky = mix(PAPER, SAND, 0.25), mix(APRICOT if sharp else JADE, PAPER, 0.55)
    sheet.box(left - 16, top - 16, right + 16, bottom + 16, frame, 6)
    sheet.wash([(left, top), (right, top), (right, bottom), (left, bottom)], sky, mix(sky, PAPER, 0.7))
    wide, high = right - left, bottom - top
    tone, deep = (OCHRE, OCHRE_DEEP) if sharp else (GREEN, GREEN_DEEP)
    sharp_line = pts("0 0.72, 0.12 0.5, 0.2 0.6, 0.36 0.26, 0.48 0.5, 0.56 0.42, 0.74 0.66, 0.84 0.54, 1 0.74")
    round_line = curve(pts("0 0.6, 0.2 0.46, 0.42 0.6, 0.66 0.42, 0.86 0.54, 1 0.5"))
    for drop, share in ((0.0, 0.5), (0.2, 0.15)):
        line = sharp_line if sharp else round_line
        if drop:
            line = [(1 - x, y * 0.8 + drop * 1.2) for x, y in line[::-1]]
        placed = [(left + x * wide, top + min(y, 1) * high) for x, y in line]
        sheet.wash(ground(placed, bottom), mix(tone, PAPER, share), mix(deep, PAPER, share))
        if sharp and not drop:
            snow(sheet, placed, high * 0.09, PAPER, mix(OCHRE_TINT, APRICOT, 0.4))
    sheet.box((left + right) / 2 - 7, top, (left + right) / 2 + 7, bottom, frame)
    sheet.box(left - 34, bottom + 12, right + 34, bottom + 34, mix(frame, INK, 0.12), 5)
