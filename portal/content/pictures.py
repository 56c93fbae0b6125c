"""The sizes in which pictures are shown: named here once, asked for by templates and prefetched by querysets."""

from __future__ import annotations

CARD_SIZE = "fill-640x400"
LEAD_SIZE = "width-1200"
CARD_FILTERS = (f"{CARD_SIZE}|format-webp",)
