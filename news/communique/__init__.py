"""Reads a press release (plain text or .docx) into what a news item is made of; knows nothing of pages or models."""

from __future__ import annotations

from .model import (
    Block,
    Communique,
    CommuniqueError,
    Heading,
    Kind,
    KnownName,
    ListBlock,
    Mention,
    Paragraph,
    Quotation,
)
from .reading import MAX_BYTES, read

__all__ = [
    "MAX_BYTES",
    "Block",
    "Communique",
    "CommuniqueError",
    "Heading",
    "Kind",
    "KnownName",
    "ListBlock",
    "Mention",
    "Paragraph",
    "Quotation",
    "read",
]
