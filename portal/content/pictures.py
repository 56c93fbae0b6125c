"""The sizes in which pictures are shown: named here once, asked for by templates and prefetched by querysets."""

from __future__ import annotations

FORMATS = ("webp", "jpeg")
CARD_SIZE = "fill-640x400"
LEAD_SIZES = ("width-640", "width-1200")
CARD_FILTERS = tuple(f"{CARD_SIZE}|format-{format_}" for format_ in FORMATS)
SHARE_FILTER = "fill-1200x630|format-jpeg"
LEAD_FILTERS = tuple(f"{size}|format-{format_}" for size in LEAD_SIZES for format_ in FORMATS)
