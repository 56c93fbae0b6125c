"""What a segment may be made of: text and bare inline tags."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from wagtail_localize.strings import validate_element


def is_bare_inline_html(text: str) -> bool:
    """Whether a text holds nothing but words and inline tags without attributes, a link's id excepted.

    Comments, CDATA sections, declarations and processing instructions, which a browser may read as markup, are none of
    it; nor are the characters that no database keeps.
    """
    if "\x00" in text:
        return False
    soup = BeautifulSoup(text, "html.parser")
    if any(isinstance(piece, PreformattedString) for piece in soup.descendants):
        return False
    try:
        validate_element(soup)
    except ValueError:
        return False
    return True
