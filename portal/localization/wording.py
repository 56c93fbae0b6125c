"""What a page says, passage by passage, in whatever state it is: its row, or a revision that nobody saved as such."""

from __future__ import annotations

from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from django.utils.text import capfirst
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


class Passage(NamedTuple):
    """A paragraph, a title, a caption: the field that it stands in, and its plain text."""

    field_path: str
    text: str


def passages_of(page: Any) -> list[Passage]:
    """The prose of a page in its order; shared facts are no prose."""
    return [
        Passage(segment.path, BeautifulSoup(segment.string.data, "html.parser").get_text())
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    ]


def field_label(model: Any, field_path: str) -> str:
    """What an editor calls the field that a passage or a segment stands in."""
    field = model._meta.get_field(field_path.partition(".")[0])
    return capfirst(str(field.related_model._meta.verbose_name if field.one_to_many else field.verbose_name))
