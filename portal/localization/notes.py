"""Two verbs: somebody who sees a variant writes a note to the colleagues on a segment, and says that it is settled."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from wagtail_localize.models import Translation

from portal.localization.models import SegmentNote
from portal.localization.permissions import refuse_to_read
from portal.localization.segments import Segment

MAX_LENGTH = 2000
ELSEWHERE = ""
"""Under this key come the notes on places that the page no longer has."""


class WriteNoteAction:
    """Adds a note to the thread of a segment. Raises PermissionDenied, or ValidationError in French."""

    kind = SegmentNote.Kind.REMARK

    def __init__(self, translation: Translation, variant: Any, segment: Segment, text: str, author: Any) -> None:
        self.translation = translation
        self.variant = variant
        self.segment = segment
        self.text = text.replace("\x00", "").strip()
        self.author = author

    def check(self) -> None:
        if reason := refuse_to_read(self.author, self.variant):
            raise PermissionDenied(reason)
        if self.kind == SegmentNote.Kind.REMARK and not self.text:
            raise ValidationError("Cette note est vide. Écrivez ce que vos collègues doivent savoir.")
        if len(self.text) > MAX_LENGTH:
            raise ValidationError(f"Cette note a {len(self.text)} caractères. Elle en prend {MAX_LENGTH} au plus.")

    def execute(self) -> SegmentNote:
        self.check()
        return SegmentNote.objects.create(
            translation=self.translation,
            path=self.segment.path,
            source_text=self.segment.source_text,
            kind=self.kind,
            text=self.text,
            author=self.author,
        )


class ResolveNotesAction(WriteNoteAction):
    """Says that what was noted on a segment is settled, with a last word or without."""

    kind = SegmentNote.Kind.RESOLUTION


def notes_by_segment(notes: Iterable[SegmentNote], segments: Sequence[Segment]) -> dict[str, list[SegmentNote]]:
    """The notes of each segment by its key, oldest first.

    A note on a text that changed since stays with the place; where a place holds several texts, with the most alike.
    """
    at_path: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        at_path[segment.path].append(segment)
    found: dict[str, list[SegmentNote]] = defaultdict(list)
    for note in notes:
        found[_key(note, at_path.get(note.path, []))].append(note)
    return found


def is_open(notes: Sequence[SegmentNote]) -> bool:
    return bool(notes) and notes[-1].is_remark


def _key(note: SegmentNote, candidates: Sequence[Segment]) -> str:
    if not candidates:
        return ELSEWHERE
    return max(candidates, key=lambda segment: _likeness(note.source_text, segment.source_text)).key


def _likeness(one: str, other: str) -> float:
    return 2.0 if one == other else difflib.SequenceMatcher(None, one, other).ratio()
