"""A field's value as plain text that a person can compare: rich text, streams, choices, links to other objects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bs4 import BeautifulSoup
from django.db.models import Manager, Model, QuerySet
from django.utils.formats import localize
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

BLOCK_TAGS = ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote"]


def readable(value: Any, field: Any = None) -> str:
    """`field` is the model's field, where there is one: it knows the labels of choices and what is rich text."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, StreamValue):
        return _lines(f"{_label(child.block)} : {_block_text(child.block, child.value)}" for child in value)
    if isinstance(value, RichText):
        return _rich_text(value.source)
    if isinstance(value, str):
        return _string(value, field)
    if isinstance(value, (Manager, QuerySet, list, tuple)):
        members = value.all() if isinstance(value, Manager) else value
        return ", ".join(sorted(readable(member) for member in members))
    return str(value) if isinstance(value, Model) else str(localize(value))


def _string(value: str, field: Any) -> str:
    if isinstance(field, RichTextField):
        return _rich_text(value)
    labels = dict(getattr(field, "flatchoices", None) or [])
    return str(labels.get(value, value)).replace("\r\n", "\n")


def _rich_text(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    for item in soup.find_all("li"):
        item.insert(0, "• ")
        item.append("\n")
    for link in soup.find_all("a"):
        link.append(f" ({link.get('href') or 'lien du portail'})")
    for tag in soup.find_all(BLOCK_TAGS):
        tag.append("\n")
    return _lines(line.strip() for line in soup.get_text().splitlines())


def _block_text(block: Any, value: Any) -> str:
    if isinstance(value, blocks.StructValue):
        parts = ((child, _block_text(child, value.get(name))) for name, child in block.child_blocks.items())
        return _lines(f"{_label(child)} : {text}" for child, text in parts if text)
    if isinstance(block, blocks.ListBlock):
        return _lines(f"• {_block_text(block.child_block, child)}" for child in value)
    alternative = getattr(value, "contextual_alt_text", "")  # of a picture chosen with its description
    return _lines([readable(value, getattr(block, "field", None)), alternative or ""])


def _label(block: Any) -> str:
    return str(capfirst(block.label))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
