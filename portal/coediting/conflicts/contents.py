"""What an edit form holds, field by field: its name, how it reads, and a fingerprint that tells two values apart."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Manager, Model, QuerySet
from django.utils.text import capfirst
from taggit.forms import TagField
from wagtail.blocks.stream_block import StreamValue

from portal.coediting.conflicts.editing import edit_handler_of
from portal.coediting.conflicts.readable import readable

FINGERPRINT_LENGTH = 12
EDITOR_KEYS = re.compile(r' data-block-key="[^"]*"')
FORMSET_FIELDS = ("DELETE", "ORDER")
COMMENTS = "comments"  # what Wagtail calls the rows of its comments, which are nobody's text


@dataclass(frozen=True)
class Content:
    """One field, as one of the two versions has it. `field` is the model's."""

    name: str
    label: str
    value: Any
    field: Any

    @property
    def text(self) -> str:
        return readable(self.value, self.field)

    @property
    def fingerprint(self) -> str:
        return _fingerprint(self.value)


@dataclass(frozen=True)
class Rows:
    """One list of inline rows, as one of the two versions has it."""

    name: str
    label: str
    rows: list[list[Content]]

    @property
    def text(self) -> str:
        return "\n".join(f"{number}. {_row_text(row)}" for number, row in enumerate(self.rows, 1))

    @property
    def fingerprint(self) -> str:
        return _fingerprint([[content.fingerprint for content in row] for row in self.rows])


def contents_of(form: Any) -> dict[str, Content | Rows]:
    """What a form shows: what was typed when it is bound (and was validated), else what its object holds."""
    found: list[Content | Rows] = [*_fields(form), *_formsets(form)]
    return {content.name: content for content in found}


def _fields(form: Any) -> list[Content]:
    names = {name: field for name in form.fields if (field := _model_field(form, name)) is not None}
    return [
        Content(name, capfirst(str(form.fields[name].label or field.verbose_name)), _value(form, name), field)
        for name, field in names.items()
    ]


def _formsets(form: Any) -> list[Rows]:
    formsets = {name: formset for name, formset in getattr(form, "formsets", {}).items() if name != COMMENTS}
    headings = _headings(edit_handler_of(form.instance)) if formsets else {}
    return [
        Rows(name, headings.get(name, name), [_fields(row) for row in _rows(formset)])
        for name, formset in formsets.items()
    ]


def _rows(formset: Any) -> list[Any]:
    """The forms of the rows that stay, in their order."""
    if not formset.is_bound:
        return list(formset.initial_forms)
    kept = [form for form in formset.forms if not formset._should_delete_form(form)]
    return sorted(kept, key=lambda form: form.cleaned_data.get("ORDER") or 0)


def _row_text(row: list[Content]) -> str:
    return " · ".join(f"{content.label} : {content.text}" for content in row if content.text)


def _value(form: Any, name: str) -> Any:
    if isinstance(form.fields[name], TagField):
        tags = form.cleaned_data.get(name, []) if form.is_bound else form.instance.tags.names()
        return ", ".join(sorted(tags))
    if form.is_bound:
        return form.cleaned_data[name] if name in form.cleaned_data else form[name].data
    return getattr(form.instance, name)


def _model_field(form: Any, name: str) -> Any:
    """The field of the model behind a field of the form; None for what is no content, such as the order of a row."""
    if name in FORMSET_FIELDS:
        return None
    try:
        field = form._meta.model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return None if getattr(field, "primary_key", False) else field


def _headings(panel: Any) -> dict[str, str]:
    """What the editor calls each list of rows."""
    own = {panel.relation_name: str(panel.heading)} if hasattr(panel, "relation_name") else {}
    for child in getattr(panel, "children", []):
        own.update(_headings(child))
    return own


def _fingerprint(value: Any) -> str:
    canonical = json.dumps(_canonical(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def _canonical(value: Any) -> Any:
    """The same for two values that mean the same, whether they come from the database or from a form."""
    if isinstance(value, StreamValue):
        return _canonical(_without_ids(value.get_prep_value()))
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, (Manager, QuerySet)):
        return sorted(str(member.pk) for member in value.all())
    if isinstance(value, dict):
        return {key: _canonical(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        members = [_canonical(member) for member in value]
        return sorted(members) if value and all(isinstance(member, Model) for member in value) else members
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return "" if value is None else EDITOR_KEYS.sub("", str(value)).replace("\r\n", "\n")


def _without_ids(value: Any) -> Any:
    """A stream's raw value without the identifiers of its blocks, which say nothing to a reader."""
    if isinstance(value, dict):
        is_block = value.keys() >= {"type", "value", "id"}
        return {key: _without_ids(member) for key, member in value.items() if not (is_block and key == "id")}
    return [_without_ids(member) for member in value] if isinstance(value, list) else value
