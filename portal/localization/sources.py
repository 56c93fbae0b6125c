"""Stores what is to be adapted of a page as wagtail-localize does, in a fixed number of queries whatever its length."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.models import COMMENTS_RELATION_NAME
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

SEGMENT_MODELS = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)


class StoredSource(NamedTuple):
    """A stored source, the page as its content gives it, and its texts where that content is new."""

    source: TranslationSource
    page: Any
    segments: list[StringSegment] | None


def update_source(page: Any, source: TranslationSource | None) -> StoredSource:
    """Brings the stored source of a specific page up to its content; makes it when there is none.

    Stores what `TranslationSource.update_or_create_from_instance` would, which asks the database for each segment; but
    for what editors say to each other in the margin.
    """
    setattr(page, COMMENTS_RELATION_NAME, [])
    content = page.to_json()
    frozen = type(page).from_serializable_data(json.loads(content), check_fks=False)
    frozen.locale = page.locale
    if source and json.loads(source.content_json) == json.loads(content):
        return StoredSource(source, frozen, None)
    if source:
        for model in SEGMENT_MODELS:
            model.objects.filter(source=source).delete()
    else:
        content_type = ContentType.objects.get_for_model(page.get_translation_model())
        _store_objects([RelatedObjectSegmentValue("", content_type, page.translation_key)])
        source = TranslationSource(object_id=page.translation_key, locale=page.locale)
        source.specific_content_type = page.cached_content_type
    source.object_repr = str(page)[:200]
    source.content_json = content
    source.last_updated_at = timezone.now()
    source.save()
    return StoredSource(source, frozen, _store_segments(source, frozen))


def _store_segments(source: TranslationSource, page: Any) -> list[StringSegment]:
    values = extract_segments(page)
    strings, templates, objects, overridables = (
        [value for value in values if isinstance(value, kind)]
        for kind in (StringSegmentValue, TemplateSegmentValue, RelatedObjectSegmentValue, OverridableSegmentValue)
    )
    contexts = _contexts(source, page, {value.path for value in values})
    string_of = _strings(source, {value.string.data for value in strings})
    template_of = _templates({_template_key(value): value for value in templates})
    _store_objects(objects)

    def place(value: Any) -> dict[str, Any]:
        return {"source": source, "context": contexts[value.path], "order": value.order}

    TemplateSegment.objects.bulk_create(
        TemplateSegment(template=template_of[_template_key(value)], **place(value)) for value in templates
    )
    RelatedObjectSegment.objects.bulk_create(
        RelatedObjectSegment(object_id=value.translation_key, **place(value)) for value in objects
    )
    OverridableSegment.objects.bulk_create(
        OverridableSegment(data_json=_as_json(value.data), **place(value)) for value in overridables
    )
    created: list[StringSegment] = StringSegment.objects.bulk_create(
        StringSegment(string=string_of[value.string.data], attrs=_as_json(value.attrs), **place(value))
        for value in strings
    )
    return created


def _contexts(source: TranslationSource, page: Any, paths: set[str]) -> dict[str, TranslationContext]:
    def build(path: str) -> TranslationContext:
        place = _Place(path)
        TranslationContext.get_field_path(place, page)
        path_id = TranslationContext._get_path_id(path)
        return TranslationContext(object_id=source.object_id, path_id=path_id, path=path, field_path=place.field_path)

    return _add_missing(TranslationContext, {}, paths, build, ["object", "path_id"])


class _Place:
    """Stands in for a context: wagtail-localize derives the field path of a context and saves each at once."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.field_path = ""

    def save(self, **kwargs: Any) -> None:
        """Nothing: the contexts are saved together."""


def _strings(source: TranslationSource, texts: set[str]) -> dict[str, String]:
    def build(text: str) -> String:
        return String(locale_id=source.locale_id, data_hash=String._get_data_hash(text), data=text)

    return _add_missing(String, {}, texts, build, ["locale", "data_hash"])


def _template_key(value: TemplateSegmentValue) -> uuid.UUID:
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _templates(values: dict[uuid.UUID, TemplateSegmentValue]) -> dict[uuid.UUID, Template]:
    def build(key: uuid.UUID) -> Template:
        value = values[key]
        return Template(
            uuid=key, template=value.template, template_format=value.format, string_count=value.string_count
        )

    known = Template.objects.filter(uuid__in=values)
    return _add_missing(Template, {row.uuid: row for row in known}, values, build, ["uuid"])


def _store_objects(values: list[RelatedObjectSegmentValue]) -> None:
    TranslatableObject.objects.bulk_create(
        [
            TranslatableObject(translation_key=value.translation_key, content_type=value.content_type)
            for value in values
        ],
        ignore_conflicts=True,
    )


def _add_missing(
    model: Any, known: dict[Any, Any], wanted: Iterable[Any], build: Callable[[Any], Any], unique: list[str]
) -> dict[Any, Any]:
    """The known rows and the wanted ones, the missing made in one statement: another writer may be making them too."""
    missing = {key: build(key) for key in sorted(set(wanted) - known.keys())}
    model.objects.bulk_create(missing.values(), update_conflicts=True, unique_fields=unique, update_fields=unique)
    return known | missing


def _as_json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
