"""What waits for review, for whom, since when: a fixed number of queries whatever the number of variants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.localization.changes import Key, find_former
from portal.localization.models import SegmentDecision
from portal.localization.permissions import readable_pages
from portal.localization.segments import current_decisions
from portal.twinning.models import City


class Standing(StrEnum):
    """Where a variant stands as a whole, in the words of the queue."""

    TO_READ = "à traiter"
    LATE = "en retard"
    READY = "prête à publier"
    PUBLISHED = "publiée"
    ORPHAN = "sans version d’origine publiée"


@dataclass(frozen=True)
class QueueItem:
    """One variant: how much of it a person has read, and whether the reader may read the rest."""

    variant: Page
    city: City
    total: int
    decided: int
    to_see_again: int
    is_mine: bool
    is_public: bool
    """Whether citizens read all of it as it now stands."""
    waits_since: Any
    """When the oldest text that nobody read was proposed; when the last one was read where none is left."""
    is_orphan: bool = False
    """Whether the page that it is adapted from is gone or withdrawn."""

    @property
    def title(self) -> str:
        return self.variant.draft_title or self.variant.title

    @property
    def standing(self) -> Standing:
        if self.is_orphan:
            return Standing.ORPHAN
        if self.is_public:
            return Standing.PUBLISHED
        if self.decided >= self.total:
            return Standing.READY
        return Standing.LATE if self.variant.live else Standing.TO_READ

    @property
    def needs_work(self) -> bool:
        return self.standing is not Standing.PUBLISHED

    @property
    def days(self) -> int:
        """For how many days it has waited; none when it does not."""
        return (timezone.now() - self.waits_since).days if self.needs_work else 0


def review_queue(user: Any, cities: dict[str, Any] | None = None) -> list[QueueItem]:
    """Every variant that the reader may see: what waits first, the own city's before the other's, oldest first.

    `cities` are those of `cities_as_reviewed_by`, for who has them already.
    """
    known = Translation.objects.select_related("source", "target_locale").defer("source__content_json")
    translations = list(known.annotate(has_public_source=Exists(_public_sources())))
    variants = _variants(user, translations)
    translations = [t for t in translations if (t.source.object_id, t.target_locale_id) in variants]
    decisions, segments = _decisions(translations), _segments(translations)
    cities = cities or cities_as_reviewed_by(user)
    items = []
    for translation in translations:
        city = cities[translation.target_locale.language_code]
        variant = variants[translation.source.object_id, translation.target_locale_id]
        items.append(_item(translation, variant, city, segments[translation.source_id], decisions[translation.pk]))
    return sorted(items, key=lambda item: (not item.needs_work, not item.is_mine, item.waits_since, item.variant.pk))


def cities_as_reviewed_by(user: Any) -> dict[str, Any]:
    """Both cities by locale code; `is_mine` says whether the person reviews for it."""
    is_mine = Exists(user.groups.filter(pk=OuterRef("reviewers_id")))
    return {city.locale_code: city for city in City.objects.annotate(is_mine=is_mine)}


def next_to_review(user: Any, after: int) -> QueueItem | None:
    """What waits for the reader's own city behind a variant in the queue, or else at its head."""
    waiting = [item for item in review_queue(user) if item.is_mine and item.needs_work]
    position = next((number for number, item in enumerate(waiting) if item.variant.pk == after), -1)
    others = [item for item in [*waiting[position + 1 :], *waiting[: position + 1]] if item.variant.pk != after]
    return others[0] if others else None


def _item(
    translation: Translation,
    variant: Page,
    city: Any,
    segments: dict[Key, Any],
    decisions: list[SegmentDecision],
) -> QueueItem:
    standing = current_decisions(decisions)
    unread = segments.keys() - standing.keys()
    opened_at = min((segments[key] for key in unread if segments[key]), default=None)
    read_at = max((decision.decided_at for decision in decisions), default=None)
    changed_at = max(time for time in (translation.source.last_updated_at, read_at) if time)
    renewed_at = [variant.last_published_at, translation.destination_last_updated_at]
    is_current = any(time >= changed_at for time in renewed_at if time)
    return QueueItem(
        variant=variant,
        city=city,
        total=len(segments),
        decided=len(segments) - len(unread),
        to_see_again=len(find_former(segments, decisions)) if unread else 0,
        is_mine=city.is_mine,
        is_public=variant.live and is_current and not unread,
        waits_since=opened_at or changed_at,
        is_orphan=not translation.has_public_source,
    )


def _variants(user: Any, translations: Iterable[Translation]) -> dict[Any, Page]:
    keys = {translation.source.object_id for translation in translations}
    pages = readable_pages(user).filter(translation_key__in=keys)
    return {(page.translation_key, page.locale_id): page for page in pages}


def _public_sources() -> Any:
    """The page that a translation is made from, if it is public or waits to be so together with its variant."""
    source = Page.objects.filter(translation_key=OuterRef("source__object_id"), locale_id=OuterRef("source__locale_id"))
    return source.filter(Q(live=True) | Q(awaited_release__isnull=False))


def _decisions(translations: Iterable[Translation]) -> dict[int, list[SegmentDecision]]:
    """By translation, oldest first, without the texts that were decided."""
    found: dict[int, list[SegmentDecision]] = defaultdict(list)
    rows = SegmentDecision.objects.filter(translation__in=[t.pk for t in translations]).defer("text", "reason")
    for decision in rows.order_by("pk"):
        found[decision.translation_id].append(decision)
    return found


def _segments(translations: Iterable[Translation]) -> dict[int, dict[Key, Any]]:
    """The segments of each source, each place and text once, and when its present proposal was first made."""
    found: dict[int, dict[Key, Any]] = defaultdict(dict)
    proposals = StringTranslation.objects.filter(translation_of=OuterRef("string"), context=OuterRef("context"))
    rows = StringSegment.objects.filter(source__in=[t.source_id for t in translations])
    rows = rows.annotate(proposed_at=Subquery(proposals.values("created_at")[:1]))
    for source_id, path, text, proposed_at in rows.values_list(
        "source_id", "context__path", "string__data", "proposed_at"
    ):
        found[source_id][path, text] = proposed_at
    return found
