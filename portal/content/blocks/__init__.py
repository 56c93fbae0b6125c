"""The blocks that bodies are made of, one family per file."""

from __future__ import annotations

from portal.content.blocks.kept_data import KeptDataBlock
from portal.content.blocks.links import LinkBlock, LinkListBlock
from portal.content.blocks.media import DocumentBlock, GalleryBlock, PictureBlock
from portal.content.blocks.stream import BodyBlocks, PictureBlocks
from portal.content.blocks.text import CallOutBlock, KeyFigureBlock, KeyFiguresBlock, QuoteBlock, TextBlock

__all__ = [
    "BodyBlocks",
    "CallOutBlock",
    "DocumentBlock",
    "GalleryBlock",
    "KeptDataBlock",
    "KeyFigureBlock",
    "KeyFiguresBlock",
    "LinkBlock",
    "LinkListBlock",
    "PictureBlock",
    "PictureBlocks",
    "QuoteBlock",
    "TextBlock",
]
