"""What an approver would make public: field by field, against the text that is public now."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest

MARK = re.compile(r'class="[^"]*\b(?:addition|deletion)\b')
"""What Wagtail's comparisons write round words that came or went; text itself is escaped."""


def changed_fields(page: Any, request: HttpRequest) -> list[Any]:
    """Wagtail's own comparisons of the fields that differ between the public text and the latest one; empty for a page
    that is not public, which is read whole."""
    if not page.live_revision_id or page.live_revision_id == page.latest_revision_id:
        return []
    public, latest = page.live_revision.as_object(), page.get_latest_revision_as_object()
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    comparisons = [comparison(public, latest) for comparison in panel.get_comparison()]
    return [comparison for comparison in comparisons if comparison.has_changed() and _reads_otherwise(comparison)]


def _reads_otherwise(comparison: Any) -> bool:
    """A stream that the editor saved again differs as data, though not a word of it changed."""
    return not comparison.is_field or MARK.search(str(comparison.htmldiff())) is not None
