"""The glossary as a CSV file, out and in. What comes in is proposed, all of it or nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from portal.localization.models import GlossaryEntry

COLUMNS = {
    "terme_quebec": "term_ca",
    "terme_france": "term_fr",
    "nature": "part",
    "genre_quebec": "gender_ca",
    "genre_france": "gender_fr",
    "nombre_quebec": "number_ca",
    "nombre_france": "number_fr",
    "pluriel_quebec": "plural_ca",
    "pluriel_france": "plural_fr",
    "vers_la_france": "policy_to_france",
    "vers_le_quebec": "policy_to_quebec",
    "definition": "definition",
    "definition_france": "definition_fr",
    "remarque": "note",
    "source": "source",
}
"""The columns of the file and the fields that they fill, in the order of the export."""
STATES = {"etat_vers_la_france": "state_to_france", "etat_vers_le_quebec": "state_to_quebec"}
"""Columns that the export adds for the reader; the import leaves them aside, since reviewers decide."""

BOM = "\ufeff"
SEPARATOR = ";"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def guard(cell: str) -> str:
    """The cell, opened by an apostrophe where a spreadsheet would take it for a formula."""
    return _GUARD + cell if cell.lstrip(_GUARD).startswith(_FORMULA) else cell


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if cell.startswith(_GUARD) and cell.lstrip(_GUARD).startswith(_FORMULA) else cell


def write_glossary(entries: Iterable[GlossaryEntry]) -> str:
    """The whole file, with the byte order mark by which spreadsheets know UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *STATES])
    fields = (*COLUMNS.values(), *STATES.values())
    writer.writerows([guard(label_of(entry, name)) for name in fields] for entry in entries)
    return BOM + file.getvalue()


def label_of(entry: GlossaryEntry, name: str) -> str:
    """A field as people read it: the French label of a choice, the text itself otherwise."""
    display = getattr(entry, f"get_{name}_display", None)
    return str(display() if display else getattr(entry, name))


def read_choice(name: str, text: str) -> str:
    """The value that a label stands for; the text itself when it is no label, for the field to refuse."""
    field: models.Field[Any, Any] = GlossaryEntry._meta.get_field(name)  # type: ignore[assignment]
    if not field.choices:
        return text
    labels = {str(label).casefold(): value for value, label in field.flatchoices}
    if not text:
        return str(field.get_default()) if field.has_default() else ""
    return str(labels.get(text.casefold(), text))


def read_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The line where each row ends and its cells by field. Raises ValueError, in French, for what is no such table."""
    header = text.partition("\n")[0]
    delimiter = max(";,\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        _check_header(names)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(names):
                    raise ValueError(f"Ligne {reader.line_num} : il y a plus de cellules que de colonnes.")
                row = dict(zip(names, map(unguard, (cell.strip() for cell in cells)), strict=False))
                yield reader.line_num, {field: row.get(column, "") for column, field in COLUMNS.items()}
    except csv.Error as error:
        raise ValueError(
            f"Ligne {reader.line_num} : les guillemets ou les séparateurs de cette ligne ne se lisent pas."
        ) from error


def _check_header(names: list[str]) -> None:
    missing = [name for name in ("terme_quebec", "terme_france") if name not in names]
    if missing:
        raise ValueError(f"La première ligne doit nommer les colonnes. Il manque : {', '.join(missing)}.")
    if unknown := [name for name in names if name not in {**COLUMNS, **STATES}]:
        raise ValueError(f"Colonne inconnue : {', '.join(repr_name(name) for name in unknown[:5])}.")
    if len(set(names)) < len(names):
        raise ValueError("Une colonne est nommée deux fois. Gardez-en une.")


def repr_name(name: str) -> str:
    return f"« {name[:40]} »"
