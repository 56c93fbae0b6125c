"""Cleans what copying leaves in a text: line ends, invisible characters, tabs; keeps the author's typography."""

from __future__ import annotations

import re
import unicodedata

BULLETS_OF_SYMBOL_FONTS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC), "•")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028]")
PARAGRAPH_ENDS = re.compile("[\x0c\u2029]")
PLAIN_SPACES = re.compile(r"[ \t]+")
# Control, format (zero width, soft hyphen, direction marks), surrogate and private characters mean nothing in a page.
DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co"})


def clean(text: str) -> str:
    """The text in NFC with \\n as its only line end; no line starts or ends with a space."""
    text = unicodedata.normalize("NFC", PARAGRAPH_ENDS.sub("\n\n", LINE_ENDS.sub("\n", text)))
    text = text.translate(BULLETS_OF_SYMBOL_FONTS)
    dropped = {ord(c): None for c in set(text) if unicodedata.category(c) in DROPPED_CATEGORIES and c not in "\n\t"}
    # Dropping a character may bring a letter and its accent together.
    text = unicodedata.normalize("NFC", text.translate(dropped))
    return "\n".join(PLAIN_SPACES.sub(" ", line).strip() for line in text.split("\n"))
