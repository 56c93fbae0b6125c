"""Shared facts: what the variant takes from its source at once, without review, because it is entered once."""

from __future__ import annotations

from typing import Any

from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.coreutils import find_available_slug
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields


def share_facts(source: Any, variant: Any) -> None:
    """Copies every shared fact of the source page onto the variant, in memory; its prose is left alone.

    Columns and many-to-many fields are those declared with `shared`. The rows of translatable child relations follow
    the source's, matched by translation key: a row's facts are copied, its prose is kept; a new row comes without
    prose, which is a person's to review. A variant that was public keeps its address; for another, a slug that some
    page of the tree has already gets a number.
    """
    slug = variant.slug
    _copy_shared_fields(source, variant)
    if variant.first_published_at:
        variant.slug = slug
    elif variant.pk and slug != variant.slug:
        variant.slug = find_available_slug(variant.get_parent(), source.slug, ignore_page_id=variant.pk)
    for relation in get_all_child_relations(type(source)):
        if issubclass(relation.related_model, TranslatableMixin):
            _follow_rows(source, variant, relation)


def _shared_names(model: type) -> list[str]:
    return [field.field_name for field in get_translatable_fields(model) if isinstance(field, SynchronizedField)]


def _copy_shared_fields(source: Any, target: Any) -> None:
    for name in _shared_names(type(source)):
        field = type(source)._meta.get_field(name)
        if isinstance(field, ParentalManyToManyField):
            _set_related(target, name, list(getattr(source, name).all()))
        else:
            setattr(target, field.attname, getattr(source, field.attname))


def _follow_rows(source: Any, variant: Any, relation: Any) -> None:
    accessor = relation.get_accessor_name()
    existing = {row.translation_key: row for row in getattr(variant, accessor).all()}
    rows = []
    for source_row in getattr(source, accessor).all():
        row = existing.get(source_row.translation_key) or relation.related_model(
            translation_key=source_row.translation_key, locale_id=variant.locale_id
        )
        _copy_shared_fields(source_row, row)
        rows.append(row)
    _set_related(variant, accessor, rows)


def _set_related(target: Any, name: str, values: list[Any]) -> None:
    """Nothing for a new page that has none: Wagtail would ask the database what to take away."""
    if values or target.pk:
        setattr(target, name, values)
