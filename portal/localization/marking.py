"""Writes a segment as it reads, with what came, what went and what is pointed out marked in place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from portal.localization.difference import Piece
from portal.localization.inline_html import is_bare_inline_html

TAGS = {"insert": "ins", "delete": "del", "point": "mark"}
OPENING = {"insert": "\ue000", "delete": "\ue001", "point": "\ue002"}
CLOSING = "\ue003"
KINDS = {sign: kind for kind, sign in OPENING.items()}
SIGN = re.compile(f"([{''.join(OPENING.values())}{CLOSING}])")
"""Characters for private use stand for the marks while the text is read as HTML; a text that holds some loses them."""


def mark_pieces(pieces: Iterable[Piece]) -> SafeString:
    """The pieces as HTML. Text that holds more than bare inline tags is shown as its source instead."""
    cleaned = [Piece(kind, SIGN.sub("", text)) for kind, text in pieces]
    if not is_bare_inline_html("".join(text for _, text in cleaned)):
        return format_html_join("", "{}", ((_wrap_source(piece),) for piece in cleaned))
    signed = "".join(_sign(piece) for piece in cleaned)
    soup = BeautifulSoup(re.sub(r"<[^<>]*>", _put_signs_after, signed), "html.parser")
    for link in soup.find_all("a"):
        link.name = "u"
        link.attrs = {}
    _turn_signs_into_tags(soup)
    return mark_safe(str(soup))


def cut(text: str, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """The pieces of a text whose spans (start, end, kind) are marked; spans come in order and do not overlap."""
    pieces, position = [], 0
    for start, end, kind in spans:
        pieces += [Piece("equal", text[position:start]), Piece(kind, text[start:end])]
        position = end
    return [*pieces, Piece("equal", text[position:])]


def _sign(piece: Piece) -> str:
    return f"{OPENING[piece.kind]}{piece.text}{CLOSING}" if piece.kind in OPENING else piece.text


def _put_signs_after(match: re.Match[str]) -> str:
    """A mark that begins or ends inside a tag does so behind it."""
    return SIGN.sub("", match[0]) + "".join(SIGN.findall(match[0]))


def _wrap_source(piece: Piece) -> SafeString:
    if piece.kind not in TAGS:
        return escape(piece.text)
    return format_html("<{0}>{1}</{0}>", TAGS[piece.kind], piece.text)


def _turn_signs_into_tags(soup: BeautifulSoup) -> None:
    """Each run of text is wrapped by itself, so that a mark across inline tags stays well formed."""
    kind = ""
    for node in list(soup.find_all(string=True)):
        parts: list[PageElement] = []
        for part in SIGN.split(str(node)):
            if SIGN.fullmatch(part):
                kind = KINDS.get(part, "")
            elif part and kind:
                tag = soup.new_tag(TAGS[kind])
                tag.string = part
                parts.append(tag)
            elif part:
                parts.append(NavigableString(part))
        node.replace_with(*parts)
