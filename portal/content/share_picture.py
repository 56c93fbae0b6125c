"""The picture that stands for a page where somebody shares it: its title between the two mountain lines."""

from __future__ import annotations

import io
import math
import uuid
from functools import lru_cache
from itertools import pairwise

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from PIL import Image, ImageDraw, ImageFont
from wagtail.models import Page

from portal.content.machines import conditional
from portal.content.registry import open_to_all

Crest = tuple[tuple[int, int], ...]
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
TITLE_LINES = 3
PAPER, INK, SOFT = "#fbf8f2", "#1c2326", "#49555a"
SERPENTINE, SERPENTINE_FAR, OCHRE, OCHRE_FAR = "#2c6655", "#8fb3a5", "#9a3b1d", "#d59e88"
SITE_NAME = "Jumelage Thetford Mines et Pau"
# Crests, from the picture's edge inwards: the Appalachians, worn and round; the Pyrenees, sharp.
APPALACHIANS: Crest = ((0, 540), (240, 522), (440, 548), (600, 590), (680, 630))
APPALACHIANS_FAR: Crest = ((0, 480), (230, 456), (420, 494), (600, 540), (760, 630))
PYRENEES: Crest = (
    *((1200, 515), (1140, 550), (1096, 500), (1066, 520), (1005, 575)),
    *((930, 610), (862, 555), (770, 618), (705, 630)),
)
PYRENEES_FAR: Crest = (
    *((1200, 440), (1148, 478), (1100, 505), (1030, 430), (960, 500)),
    *((885, 530), (820, 480), (720, 570), (600, 630)),
)


@conditional
def share_picture(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The picture of a page published in the variant of the address."""
    code = request.portal_locale.code  # type: ignore[attr-defined]
    page = open_to_all(Page.objects).filter(translation_key=key, locale__language_code=code).first()
    if page is None:
        raise Http404
    return HttpResponse(draw(page.title), content_type="image/png")


@lru_cache(maxsize=64)
def draw(title: str) -> bytes:
    """A PNG of SIZE. The last drawn are kept: some 40 KB each."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    for crest, colour in ((PYRENEES_FAR, OCHRE_FAR), (PYRENEES, OCHRE)):
        pen.polygon([*crest, (WIDTH, HEIGHT)], fill=colour)
    for crest, colour in ((APPALACHIANS_FAR, SERPENTINE_FAR), (APPALACHIANS, SERPENTINE)):
        pen.polygon([*_rounded(crest), (0, HEIGHT)], fill=colour)
    pen.text((MARGIN, 64), SITE_NAME, font=_font("source-sans-3", 34, 600), fill=SOFT)
    font = _font("fraunces", 68, 600)
    for number, line in enumerate(_lines(title, font)):
        pen.text((MARGIN, 132 + 84 * number), line, font=font, fill=INK)
    written = io.BytesIO()
    picture.quantize(128).save(written, "PNG", optimize=True)
    return written.getvalue()


def _rounded(crest: Crest) -> list[tuple[float, float]]:
    """The same crest, its corners worn: half a cosine from each point to the next."""
    points: list[tuple[float, float]] = []
    for (left, start), (right, end) in pairwise(crest):
        for x in range(left, right, 4):
            share = (1 - math.cos(math.pi * (x - left) / (right - left))) / 2
            points.append((x, start + (end - start) * share))
    return [*points, crest[-1]]


def _lines(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The title cut into at most TITLE_LINES lines; a longer one ends in an ellipsis."""
    lines = [""]
    for word in title.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = lines[:TITLE_LINES]
    if len(lines) > TITLE_LINES:
        shown[-1] = f"{shown[-1].rstrip(' ,:;.')}…"
    return [line.replace("\u202f", "\u00a0") for line in shown]


def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    path = settings.BASE_DIR / "portal" / "static" / "portal" / "fonts" / f"{name}-latin-wght-normal.woff2"
    font = ImageFont.truetype(str(path), size)
    font.set_variation_by_axes([weight])
    return font
