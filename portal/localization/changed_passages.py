"""What a reviewer has still to read of a variant, beside what its source said before."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from wagtail_localize.models import Translation

from portal.localization.segments import load_segments
from portal.localization.wording import field_label


def changed_passages(variant: Any) -> list[tuple[str, str, str]]:
    """Label, former source text and source text of each undecided segment; the former is empty where there is none."""
    translation = (
        Translation.objects.filter(source__object_id=variant.translation_key, target_locale_id=variant.locale_id)
        .select_related("source__locale", "target_locale")
        .first()
    )
    return [
        (
            field_label(variant, segment.field_path),
            _plain(segment.former.source_text) if segment.former else "",
            _plain(segment.source_text),
        )
        for segment in (load_segments(translation) if translation else [])
        if not segment.is_decided
    ]


def _plain(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text()
