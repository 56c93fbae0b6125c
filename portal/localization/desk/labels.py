"""What an editor calls the place that a segment stands in: « Titre », « Paragraphe 3 », « Citation »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from bs4 import BeautifulSoup
from wagtail.blocks import ListBlock
from wagtail.fields import StreamField
from wagtail_localize.models import TemplateSegment, Translation

from portal.localization.segments import Segment
from portal.localization.wording import field_label

ELEMENTS = {"h2": "Intertitre", "h3": "Intertitre", "li": "Élément de liste", "p": "Paragraphe"}
COUNTED = ("Paragraphe",)


def label_segments(translation: Translation, variant: Any, segments: Iterable[Segment]) -> dict[str, str]:
    """The label of each segment, by its key: one query. Paragraphs are numbered along the page."""
    elements = _elements(translation)
    counts: Counter[str] = Counter()
    labels = {}
    for segment in segments:
        label = _place(variant, segment.field_path)
        element = ELEMENTS.get(elements.get((segment.path, segment.order), ""), "")
        if element and "," in label:
            label = label.partition(",")[0]
        elif element:
            label = element
        counts[label] += 1
        labels[segment.key] = f"{label} {counts[label]}" if label in COUNTED else label
    return labels


def _elements(translation: Translation) -> dict[tuple[str, int], str]:
    """The HTML element of each text of a rich text, by context path and order: the texts follow their template."""
    templates = TemplateSegment.objects.filter(source_id=translation.source_id).select_related("context", "template")
    return {
        (row.context.path, row.order + 1 + int(str(text["position"]))): text.parent.name if text.parent else ""
        for row in templates
        for text in BeautifulSoup(row.template.template, "html.parser").find_all("text")
    }


def _place(variant: Any, field_path: str) -> str:
    name, *rest = field_path.split(".")
    field = variant._meta.get_field(name)
    if not isinstance(field, StreamField):
        return field_label(type(variant), field_path)
    block, names = field.stream_block, []
    for step in rest:
        block = block.child_block if isinstance(block, ListBlock) else block.child_blocks[step]
        names.append(str(block.label or ""))
    first, last = names[0], names[-1]
    return first if first == last else f"{first}, {last[:1].lower()}{last[1:]}"
