"""What waits for review, for whom, since when: a fixed number of queries whatever the number of variants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.localization.reading import count_segments
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
    totals, decided = count_segments(translations)
    cities = cities_as_reviewed_by(user)
    items = [
        QueueItem(
            variant=variants[translation.source.object_id, translation.target_locale_id],
            city=cities[translation.target_locale.language_code],
            total=totals[translation.pk],
            decided=decided[translation.pk],
            is_mine=cities[translation.target_locale.language_code].is_mine,
            waits_since=translation.source.last_updated_at,
        )
        for translation in translations
        if (translation.source.object_id, translation.target_locale_id) in variants
    ]
    return sorted(items, key=lambda item: (not item.needs_work, not item.is_mine, item.waits_since))


def cities_as_reviewed_by(user: Any) -> dict[str, Any]:
    """Both cities by locale code; `is_mine` says whether the person reviews for it."""
    is_mine = Exists(user.groups.filter(pk=OuterRef("reviewers_id")))
    return {city.locale_code: city for city in City.objects.annotate(is_mine=is_mine)}


def _variants(translations: list[Translation]) -> dict[Any, Page]:
    keys = {translation.source.object_id for translation in translations}
    return {(page.translation_key, page.locale_id): page for page in Page.objects.filter(translation_key__in=keys)}
