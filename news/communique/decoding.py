"""From the bytes of a plain text file to its text: UTF-8, UTF-16 or Windows-1252, or a clear refusal."""

from __future__ import annotations

import codecs
import re

from .cleaning import clean
from .folding import has_letters
from .model import CommuniqueError

BINARY = (
    "Ce fichier n’est pas du texte. Enregistrez le communiqué au format Word (.docx) "
    "ou texte (.txt), puis recommencez l’importation."
)
UNDECODABLE = (
    "Les lettres accentuées de ce fichier ne peuvent pas être lues. "
    "Enregistrez-le de nouveau en texte UTF-8 ou au format Word (.docx), puis recommencez l’importation."
)
NO_TEXT = "Ce fichier ne contient aucun texte. Vérifiez que le communiqué y est bien, puis recommencez l’importation."

BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
BINARY_HEADS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x1f\x8b",
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
# UTF-8 read as Windows-1252: the file mixes encodings, neither of which gives back its accents.
MOJIBAKE = re.compile("Ã[©¨ª§´®«¢¯ \u00a0]|â€[™œ“”¦]")


def read_text(data: bytes) -> str:
    """The cleaned text; raises CommuniqueError when it is binary, cannot be decoded or holds no letter."""
    if data.startswith(BINARY_HEADS):
        raise CommuniqueError(BINARY)
    text = decode(data)
    if len(CONTROLS.findall(text)) > len(text) // 200:
        raise CommuniqueError(BINARY)
    text = clean(text)
    if not has_letters(text):
        raise CommuniqueError(NO_TEXT)
    return text


def decode(data: bytes) -> str:
    encoding = next((name for bom, name in BOMS.items() if data.startswith(bom)), None) or guess_utf16(data)
    if encoding is None and b"\x00" in data:
        raise CommuniqueError(BINARY)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            raise CommuniqueError(UNDECODABLE) from None
    return decode_windows(data)


def guess_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark, when the zero bytes of a Latin text stand all on the same side."""
    if len(data) % 2 or not data:
        return None
    even, odd, units = data[0::2].count(0), data[1::2].count(0), len(data) // 2
    if odd > units * 0.7 and even == 0:
        return "utf-16-le"
    if even > units * 0.7 and odd == 0:
        return "utf-16-be"
    return None


def decode_windows(data: bytes) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise CommuniqueError(UNDECODABLE) from None
    if sum(c.isalpha() or c.isspace() for c in text) < len(text) * 0.6:
        raise CommuniqueError(BINARY)
    if MOJIBAKE.search(text):
        raise CommuniqueError(UNDECODABLE)
    return text
