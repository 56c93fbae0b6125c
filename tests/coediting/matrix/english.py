"""What of a screen a person reads or hears, and which English words are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment

SILENT = ["script", "style", "code", "pre", "svg", "textarea", "noscript"]
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-w-progress-active-value")
ENGLISH = re.compile(
    r"\b(the|this|that|these|those|you|your|are|is|was|were|have|has|been|be|with|from|and|not|will|for|of|by|to|an"
    r"|it|its|all|any|new|there|which|when|what|please|sorry|save|saved|delete|deleted|edit|edited|search|add|choose|cancel"
    r"|publish|published|unpublish|move|lock|locked|unlock|view|settings|help|close|upload|selected|loading|toggle"
    r"|more|show|hide|sort|filter|filters|submit|back|next|previous|first|last|open|welcome|dashboard|reports"
    r"|name|user|users|item|items|title|time|yes|results|reset|apply|clear|live|draft|preview|privacy"
    r"|checks|used|created|updated|unknown|expand|collapse|sidebar|skip|keyboard|shortcuts?)\b",
    re.IGNORECASE,
)
"""Words that French does not write: neither in a sentence nor on a button."""
NOT_OURS = re.compile(r"Welcome to your new Wagtail site!")
"""The title of the page that Wagtail's migrations make, and that a portal deletes."""


def english_in(html: str) -> Iterator[str]:
    """Each text of a screen that holds an English word."""
    page = BeautifulSoup(html, "html.parser")
    for tag in page(SILENT):
        tag.decompose()
    for text in _texts(page):
        if ENGLISH.search(NOT_OURS.sub("", text)):
            yield text


def _texts(page: BeautifulSoup) -> Iterator[str]:
    for string in page.find_all(string=True):
        if not isinstance(string, Comment):
            yield " ".join(string.split())
    for tag in page.find_all(True):
        for name in SPOKEN:
            if tag.get(name):
                yield " ".join(str(tag[name]).split())
        if tag.name == "input" and tag.get("type") in ("submit", "button"):
            yield str(tag.get("value", ""))
