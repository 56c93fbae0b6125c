"""The streams that pages are written in."""

from __future__ import annotations

from wagtail import blocks

from portal.content.blocks.kept_data import KeptDataBlock
from portal.content.blocks.links import LinkListBlock
from portal.content.blocks.media import DocumentBlock, GalleryBlock, PictureBlock
from portal.content.blocks.text import CallOutBlock, KeyFiguresBlock, QuoteBlock, TextBlock


class BodyBlocks(blocks.StreamBlock):
    """The body of a page: every block of the portal."""

    text = TextBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    document = DocumentBlock()
    call_out = CallOutBlock()
    key_figures = KeyFiguresBlock()
    link_list = LinkListBlock()
    kept_data = KeptDataBlock()


class PictureBlocks(blocks.StreamBlock):
    """The pictures of a mission."""

    picture = PictureBlock()
    gallery = GalleryBlock()
