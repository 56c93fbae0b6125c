"""A variant as a PO file, for translators who work elsewhere. What comes back is proposed, never decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polib
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from portal import locales
from portal.localization.decisions import find_fault
from portal.localization.permissions import refuse_to_review
from portal.localization.segments import Segment, load_segments, string_segments

MAX_BYTES = 1_000_000
MAX_ENTRIES = 2_000
MAX_TOLD = 20
HEADER = "X-Portail-Variante"
TOOL = "Fichier PO"

TOO_BIG = "Ce fichier est trop gros. Une page tient en moins d’un mégaoctet."
TOO_MANY = f"Ce fichier a plus de {MAX_ENTRIES} entrées. Prenez celui que cette page exporte."
NOT_TEXT = "Ce fichier n’est pas du texte en UTF-8. Exportez la variante et gardez le codage de ce fichier."
NO_HEADER = f"L’en-tête {HEADER} manque. Exportez d’abord la variante et travaillez dans ce fichier-là."
OTHER_VARIANT = "Ce fichier est écrit pour l’autre variante. Prenez celui de cette page."
OTHER_PAGE = "Ce fichier vient d’une autre page. Prenez celui que cette page exporte."
NOT_PO = "Ligne {line} : ce n’est pas l’écriture d’un fichier PO. Rétablissez-la, ou repartez d’un nouvel export."


@dataclass
class ReadFile:
    """What a file brings: a text for each open segment, and what is wrong or was left out, with its line."""

    texts: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def write_po(translation: Translation, segments: Iterable[Segment], labels: Mapping[str, str]) -> str:
    """The variant as a PO file: what nobody has decided is marked `fuzzy`."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "portail-jumelage",
        "POT-Creation-Date": timezone.now().strftime("%Y-%m-%d %H:%M%z"),
        "Language": _tag(translation),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        HEADER: str(translation.uuid),
    }
    for segment in segments:
        file.append(
            polib.POEntry(
                msgctxt=segment.path,
                msgid=segment.source_text,
                msgstr=segment.text,
                comment=labels.get(segment.key, ""),
                flags=[] if segment.is_decided else ["fuzzy"],
            )
        )
    return str(file)


def read_po(data: bytes, translation: Translation, variant: Any, segments: Sequence[Segment]) -> ReadFile:
    """Reads a file that anybody may have written. Nothing in it is believed before it is checked."""
    read = ReadFile()
    file = _parse(data, translation, read.faults)
    if file is None:
        return read
    if len(file) > MAX_ENTRIES:
        read.faults.append(TOO_MANY)
        return read
    known = {(segment.path, segment.source_text): segment for segment in segments}
    for entry in file:
        segment = known.get((entry.msgctxt or "", entry.msgid))
        if entry.obsolete or not entry.msgstr.strip():
            continue
        if segment is None:
            read.left_out.append(f"Ligne {entry.linenum} : l’origine ne dit plus cela à cet endroit.")
        elif segment.is_decided:
            read.left_out.append(f"Ligne {entry.linenum} : ce segment est déjà relu, sa décision reste.")
        elif fault := find_fault(segment, entry.msgstr, variant):
            read.faults.append(f"Ligne {entry.linenum} : {fault}")
        elif entry.msgstr != segment.proposed_text:
            read.texts[segment.key] = entry.msgstr
    read.faults, read.left_out = _first(read.faults), _first(read.left_out)
    return read


def _first(lines: list[str]) -> list[str]:
    """As many as a person reads, and how many more there are."""
    rest = len(lines) - MAX_TOLD
    return lines if rest <= 0 else [*lines[:MAX_TOLD], f"Autres lignes dans le même cas : {rest}."]


class ProposeTextsAction:
    """Puts texts in the place of the engine's proposals, where nobody has decided. All of them or none."""

    def __init__(self, translation: Translation, variant: Any, texts: Mapping[str, str], user: Any) -> None:
        self.translation = translation
        self.variant = variant
        self.texts = texts
        self.user = user

    def check(self) -> None:
        if reason := refuse_to_review(self.user, self.variant):
            raise PermissionDenied(reason)

    @transaction.atomic
    def execute(self) -> int:
        """How many segments have a new proposal."""
        Translation.objects.select_for_update().get(pk=self.translation.pk)
        self.check()
        texts = {
            (segment.path, segment.source_text): self.texts[segment.key]
            for segment in load_segments(self.translation)
            if segment.key in self.texts and not segment.is_decided
        }
        rows = [row for row in string_segments(self.translation) if (row.context.path, row.string.data) in texts]
        StringTranslation.objects.bulk_create(
            [self._proposal(row, texts[row.context.path, row.string.data]) for row in rows],
            update_conflicts=True,
            unique_fields=["locale", "translation_of", "context"],
            update_fields=["data", "translation_type", "tool_name", "last_translated_by", "updated_at"],
        )
        return len(rows)

    def _proposal(self, row: Any, text: str) -> StringTranslation:
        return StringTranslation(
            translation_of_id=row.string_id,
            context_id=row.context_id,
            locale_id=self.translation.target_locale_id,
            data=text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            tool_name=TOOL,
            last_translated_by=self.user,
            updated_at=timezone.now(),
        )


def _parse(data: bytes, translation: Translation, faults: list[str]) -> polib.POFile | None:
    if len(data) > MAX_BYTES:
        faults.append(TOO_BIG)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" in text:
        faults.append(NOT_TEXT)
        return None
    # polib opens a file whose name it is given instead of a text: what has a header is no name.
    if f'"{HEADER}: ' not in text or "\n" not in text:
        faults.append(NO_HEADER)
        return None
    try:
        file = polib.pofile(text)
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        line = re.search(r"line (\d+)", str(error))
        faults.append(NOT_PO.format(line=line[1] if line else 1))
        return None
    if fault := _wrong_header(file.metadata, translation):
        faults.append(fault)
        return None
    return file


def _wrong_header(metadata: Mapping[str, str], translation: Translation) -> str | None:
    if HEADER not in metadata:
        return NO_HEADER
    if metadata.get("Language", "").replace("_", "-").lower() != _tag(translation).lower():
        return OTHER_VARIANT
    return None if metadata[HEADER].strip() == str(translation.uuid) else OTHER_PAGE


def _tag(translation: Translation) -> str:
    locale = locales.by_code(translation.target_locale.language_code)
    return locale.tag if locale else translation.target_locale.language_code
