"""Pictures of the screens in the guide, with the size that keeps their place while they load."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from PIL import Image

FOLDER = Path(__file__).resolve().parent.parent.parent / "static" / "portal" / "guide"

register = template.Library()


@register.simple_tag
def screen(name: str, text: str) -> SafeString:
    """The picture of a screen and what it shows, in words."""
    width, height = _size(name)
    return format_html(
        '<figure class="guide__screen"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></figure>',
        static(f"portal/guide/{name}.webp"),
        text,
        width,
        height,
    )


@cache
def _size(name: str) -> tuple[int, int]:
    with Image.open(FOLDER / f"{name}.webp") as picture:
        return picture.size
