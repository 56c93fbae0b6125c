"""What waits for review, for whom, since when: a fixed number of queries whatever the number of variants."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from portal.localization.models import SegmentDecision
from portal.twinning.models import City


@dataclass(frozen=True)
class QueueItem:
    """One variant: how many of its segments a person has read, and whether the reader may read the others."""

    variant: Page
    city: City
    total: int
    decided: int
    is_mine: bool
    waits_since: Any

    @property
    def is_ready(self) -> bool:
        return self.decided >= self.total

    @property
    def needs_work(self) -> bool:
        """Whether something in it is not public yet as its source now stands."""
        return not self.is_ready or not self.variant.live


def review_queue(user: Any) -> list[QueueItem]:
    """Every variant in preparation: the reader's own city first, unfinished before finished, oldest first."""
    translations = list(Translation.objects.select_related("source", "target_locale"))
    variants = _variants(translations)
    totals, decided = _progress(translations)
    cities = {city.locale_code: city for city in City.objects.all()}
    groups = set(user.groups.values_list("pk", flat=True))
    items = [
        QueueItem(
            variant=variants[translation.source.object_id, translation.target_locale_id],
            city=cities[translation.target_locale.language_code],
            total=totals[translation.pk],
            decided=decided[translation.pk],
            is_mine=cities[translation.target_locale.language_code].reviewers_id in groups,
            waits_since=translation.source.last_updated_at,
        )
        for translation in translations
        if (translation.source.object_id, translation.target_locale_id) in variants
    ]
    return sorted(items, key=lambda item: (not item.needs_work, not item.is_mine, item.waits_since))


def _variants(translations: list[Translation]) -> dict[Any, Page]:
    keys = {translation.source.object_id for translation in translations}
    return {(page.translation_key, page.locale_id): page for page in Page.objects.filter(translation_key__in=keys)}


def _progress(translations: list[Translation]) -> tuple[Counter[int], Counter[int]]:
    """Segments and read segments by translation; a segment is read when a decision holds for its place and text."""
    read = {
        (decision["translation_id"], decision["path"], decision["source_text"])
        for decision in SegmentDecision.objects.values("translation_id", "path", "source_text")
    }
    by_source = {translation.source_id: translation.pk for translation in translations}
    totals: Counter[int] = Counter()
    decided: Counter[int] = Counter()
    rows = StringSegment.objects.values_list("source_id", "context__path", "string__data").distinct()
    for source_id, path, text in rows:
        if (pk := by_source.get(source_id)) is not None:
            totals[pk] += 1
            decided[pk] += (pk, path, text) in read
    return totals, decided
