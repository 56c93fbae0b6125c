"""How much of each variant a person has read: a fixed number of queries whatever the number of variants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wagtail_localize.models import StringSegment, Translation

from portal.localization.models import SegmentDecision
from portal.localization.models.review import NOT_HOLDING


def count_segments(translations: Sequence[Translation]) -> tuple[Counter[int], Counter[int]]:
    """Segments and read segments by translation; a segment is read when a decision holds for its place and text."""
    standing = {
        (translation_id, path, text): state
        for translation_id, path, text, state in SegmentDecision.objects.filter(translation__in=translations)
        .order_by("pk")
        .values_list("translation_id", "path", "source_text", "state")
    }
    by_source = {translation.source_id: translation.pk for translation in translations}
    totals: Counter[int] = Counter()
    decided: Counter[int] = Counter()
    rows = StringSegment.objects.filter(source__translations__in=translations)
    for source_id, path, text in rows.values_list("source_id", "context__path", "string__data").distinct():
        pk = by_source[source_id]
        totals[pk] += 1
        decided[pk] += standing.get((pk, path, text), SegmentDecision.State.REOPENED) not in NOT_HOLDING
    return totals, decided
