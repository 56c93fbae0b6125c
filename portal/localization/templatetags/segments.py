"""How the desk shows a segment's inline HTML."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from portal.localization.inline_html import is_bare_inline_html

register = template.Library()

LEVELS = {
    "CERTAIN": "sûr",
    "PROBABLE": "à décider",
    "HUMAN": "signalé",
    "GLOSS": "glose",
    "KEEP": "gardé",
}


@register.filter
def segment_html(text: str) -> SafeString:
    """A segment as it reads. Whatever holds more than bare inline tags is shown as its source instead."""
    if not is_bare_inline_html(text):
        return escape(text)
    soup = BeautifulSoup(text, "html.parser")
    for link in soup.find_all("a"):
        link.name = "u"
        link.attrs = {}
    return mark_safe(str(soup))


@register.filter
def level_name(proposal: object) -> str:
    """The level of a proposal, in the words of the linguists' page."""
    return LEVELS[proposal.confidence.name]  # type: ignore[attr-defined]
