"""What the review screen shows: the rows, how far the reading has come, and what the reader may do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wagtail_localize.models import Translation

from portal import locales
from portal.localization.desk.forms import ReviewForm
from portal.localization.desk.labels import label_segments
from portal.localization.desk.presence import latest_decision, note_presence
from portal.localization.desk.rows import SegmentRow, next_open_keys
from portal.localization.models import SegmentNote
from portal.localization.notes import ELSEWHERE, notes_by_segment
from portal.localization.permissions import refuse_to_review
from portal.localization.release import publication_of


def review_context(
    reader: Any, translation: Translation, variant: Any, form: ReviewForm, errors: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """The context of the review screen."""
    segments = form.segments
    notes = notes_by_segment(SegmentNote.objects.filter(translation=translation).select_related("author"), segments)
    labels, next_keys = label_segments(translation, variant, segments), next_open_keys(segments)
    active = form.asked or next((segment.key for segment in segments if not segment.is_decided), "")
    rows = [
        SegmentRow(
            segment=segment,
            label=labels[segment.key],
            text=form.text_of(segment),
            reason=form.reason_of(segment.key),
            errors=errors.get(segment.key, ()),
            reader=reader,
            source_changed_at=translation.source.last_updated_at,
            note=form.note_of(segment.key),
            notes=notes[segment.key],
            next_key=next_keys[segment.key],
            is_active=segment.key == active,
        )
        for segment in segments
    ]
    decided = sum(segment.is_decided for segment in segments)
    return {
        "translation": translation,
        "variant": variant,
        "publication": publication_of(translation, reader),
        "source_locale": locales.by_code(translation.source.locale.language_code),
        "target_locale": locales.by_code(translation.target_locale.language_code),
        "rows": rows,
        "notes_elsewhere": notes[ELSEWHERE],
        "open_notes": sum(row.has_open_notes for row in rows),
        "latest": latest.pk if (latest := latest_decision(translation)) else 0,
        "others": note_presence(reader, variant),
        "refusal": refuse_to_review(reader, variant),
        "total": len(segments),
        "decided": decided,
        "is_ready": decided == len(segments),
        "untouched": sum(segment.is_untouched and not segment.is_decided for segment in segments),
        "are_keys_on": _are_keys_on(reader),
    }


def _are_keys_on(reader: Any) -> bool:
    """What the reader chose for all of the admin, in Wagtail's own account screen."""
    profile = getattr(reader, "wagtail_userprofile", None)
    return getattr(profile, "keyboard_shortcuts", True)
