"""Builds a variant in memory: the facts of its source, and for each segment the text that it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from portal.localization.facts import share_facts


def compose(source: Any, variant: Any, text_of: Callable[[str, str], str]) -> None:
    """Makes the variant, in memory, what its source page is with each of its texts replaced.

    `text_of` gets a context path and the source's text. What the source no longer has, the variant loses.
    """
    share_facts(source, variant)
    _take_over_prose(source, variant)
    segments = [_worded(segment, text_of) for segment in extract_segments(source) if _is_text(segment)]
    ingest_segments(variant, variant, source.locale, variant.locale, segments)


def _is_text(segment: Any) -> bool:
    return isinstance(segment, StringSegmentValue | TemplateSegmentValue)


def _worded(segment: Any, text_of: Callable[[str, str], str]) -> Any:
    if isinstance(segment, TemplateSegmentValue):
        return segment
    text = StringValue(text_of(segment.path, segment.string.data))
    return StringSegmentValue(segment.path, text, attrs=segment.attrs, order=segment.order)


def _take_over_prose(source: Any, target: Any) -> None:
    """Copies the prose of the source, whose texts are replaced next; wagtail-localize leaves what has no text."""
    for translatable in get_translatable_fields(type(source)):
        if not isinstance(translatable, TranslatableField):
            continue
        field = translatable.get_field(type(source))
        value: Any = field.value_from_object(source) if field.concrete else None
        if field.one_to_many and issubclass(field.related_model, TranslatableMixin):
            rows = {row.translation_key: row for row in getattr(target, field.name).all()}
            for row in getattr(source, field.name).all():
                _take_over_prose(row, rows[row.translation_key])
        elif isinstance(field, StreamField):
            setattr(target, field.name, field.stream_block.to_python(value.get_prep_value()))
        elif field.concrete:
            setattr(target, field.attname, value)
