"""A page in both variants, segment by segment: what is published on both sides, and why they differ. Value objects."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.localization.difference import Piece, word_difference
from portal.localization.models import AwaitedRelease, SegmentDecision
from portal.localization.segments import (
    all_decisions,
    current_decisions,
    is_verbatim,
    published_texts,
    string_segments,
    variants_of,
)
from portal.variants import Adaptation, Proposal, Variant, adapt_page, explain

UNSEEN_FIELDS = ("seo_title", "search_description", "slug")
"""What no reader of the page sees."""

Published = dict[tuple[int, int], StringTranslation]
"""What the last publication of a variant handed over, by ids of context and string."""


@dataclass(frozen=True)
class ParallelSegment:
    """One passage as its city wrote it and as the other published it. Plain text, the differing words apart."""

    field_path: str
    source_text: str
    variant_text: str
    pieces: tuple[Piece, ...]
    reasons: tuple[str, ...] = ()
    has_changed: bool = False
    """Whether the source changed since the variant was published."""

    @property
    def is_same(self) -> bool:
        return self.source_text == self.variant_text

    @property
    def source_pieces(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind != "insert"]

    @property
    def variant_pieces(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind != "delete"]


def find_translation(source_key: Any, target_locale_id: int) -> Translation | None:
    """The adaptation of a page, known by its translation key, into a locale. None while a text that is not public yet
    waits to be released with its variant: it is the one that is cut into segments."""
    if AwaitedRelease.objects.filter(page__translation_key=source_key).exists():
        return None
    translations = Translation.objects.filter(source__object_id=source_key, target_locale_id=target_locale_id)
    return translations.select_related("source__locale", "target_locale").first()


def parallel_segments(translation: Translation, reader: Variant) -> list[ParallelSegment]:
    """In the order of the page, from what was handed over at the variant's last publication: three queries.

    A decision taken since then is not public and plays no part. Reasons are written for the `reader`.
    """
    rows = [row for row in string_segments(translation) if not row.context.field_path.startswith(UNSEEN_FIELDS)]
    published = {
        (text.context_id, text.translation_of_id): text for text in published_texts(translation).order_by("pk")
    }
    former = _former(rows, published)
    decisions = current_decisions(all_decisions(translation))
    verbatim = {position for position, row in enumerate(rows) if is_verbatim(row.context.field_path)}
    adapted = adapt_page([row.string.data for row in rows], *variants_of(translation), verbatim=verbatim)
    found = []
    for row, adaptation in zip(rows, adapted, strict=True):
        handed_over = published.get((row.context_id, row.string_id))
        if handed_over:
            decision = decisions.get((row.context.path, row.string.data))
            found.append(_segment(row, handed_over.data, _reasons(handed_over.data, decision, adaptation, reader)))
        elif former[row.context_id]:
            found.append(_segment(row, former[row.context_id].pop(0).data, (), has_changed=True))
    return found


def _former(rows: list[StringSegment], published: Published) -> dict[int, list[StringTranslation]]:
    """By context, what was published for a text that the source no longer holds."""
    current = {(row.context_id, row.string_id) for row in rows}
    former: dict[int, list[StringTranslation]] = defaultdict(list)
    for key, handed_over in published.items():
        if key not in current:
            former[handed_over.context_id].append(handed_over)
    return former


def _segment(
    row: StringSegment, variant_html: str, reasons: tuple[str, ...], *, has_changed: bool = False
) -> ParallelSegment:
    source_text, variant_text = _plain(row.string.data), _plain(variant_html)
    pieces = tuple(word_difference(source_text, variant_text))
    return ParallelSegment(row.context.field_path, source_text, variant_text, pieces, reasons, has_changed)


def _reasons(
    variant_html: str, decision: SegmentDecision | None, adaptation: Adaptation, reader: Variant
) -> tuple[str, ...]:
    """Why the published text differs: the reviewer's own words, or the engine's for the changes that were kept."""
    if decision and decision.text == variant_html and decision.state == SegmentDecision.State.ASSUMED:
        return (decision.reason,)
    kept = [proposal for proposal in adaptation.proposals if _was_kept(proposal, variant_html)]
    return tuple(dict.fromkeys(explain(proposal, reader) for proposal in kept))


def _was_kept(proposal: Proposal, variant_html: str) -> bool:
    return bool((proposal.replacement or "").strip()) and str(proposal.replacement) in variant_html


def _plain(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text()
