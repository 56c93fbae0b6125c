"""The segments of a variant, as the desk shows them: source, proposal, decision. Value objects."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.localization.changes import Key, find_former, history_of
from portal.localization.glossary.approved import approved_glossary
from portal.localization.models import SegmentDecision
from portal.localization.models.review import NOT_HOLDING
from portal.localization.translator import variants_between
from portal.variants import Proposal, Variant, adapt_page

VERBATIM_FIELDS = ("quote.text",)
"""Ends of field paths whose words are somebody's own: a variant changes their typography and nothing else."""


DECIDED = ("path", "source_text", "state", "text")


@dataclass(frozen=True)
class Segment:
    """One unit of review. Its texts are inline HTML: tags without attributes but the id of a link."""

    key: str
    path: str
    field_path: str
    source_text: str
    proposed_text: str
    decision: SegmentDecision | None
    former: SegmentDecision | None = None
    """The decision on what the source said here before it changed."""
    history: tuple[SegmentDecision, ...] = ()
    """Every decision on it and on what its source said here before, oldest first."""
    proposals: tuple[Proposal, ...] = ()
    """What the engine has to say; a term that needs a gloss is explained at its first mention on the page."""
    order: int = 0
    """Where it stands on the page, as wagtail-localize counts."""

    @property
    def is_verbatim(self) -> bool:
        return is_verbatim(self.field_path)

    @property
    def text(self) -> str:
        """What the variant says here: the decided text, or the proposal while nobody has decided."""
        return self.decision.text if self.decision else self.proposed_text

    @property
    def is_decided(self) -> bool:
        return self.decision is not None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing is proposed, not even to decide, for a text that nobody had adapted before."""
        is_new = self.former is None and self.proposed_text == self.source_text
        return is_new and all(proposal.replacement is None for proposal in self.proposals)

    @property
    def state(self) -> str:
        """Where the segment stands, in the words of the desk."""
        if self.decision:
            return self.decision.get_state_display()
        if self.former:
            return "à revoir"
        return "à traiter" if self.is_untouched else "proposée"


def is_verbatim(field_path: str) -> bool:
    return field_path.endswith(VERBATIM_FIELDS)


def segment_key(path: str, source_text: str) -> str:
    """What a form calls a segment: the same as long as its place and its source text are the same."""
    return hashlib.blake2s(f"{path}\n{source_text}".encode(), digest_size=8).hexdigest()


def all_decisions(translation: Translation) -> list[SegmentDecision]:
    """Oldest first, with their reviewers: one query."""
    decisions = SegmentDecision.objects.filter(translation=translation)
    return list(decisions.select_related("reviewer").order_by("pk"))


def current_decisions(decisions: Iterable[SegmentDecision]) -> dict[tuple[str, str], SegmentDecision]:
    """The decision that holds for each (context path, source text): the last one, unless it reopened the segment."""
    last = {(decision.path, decision.source_text): decision for decision in decisions}
    return {key: decision for key, decision in last.items() if decision.holds}


def decided_texts(translation: Translation) -> dict[Key, str]:
    """What the variant says for each (context path, source text) that is decided now: one query, however long the
    history."""
    rows = SegmentDecision.objects.filter(translation=translation).order_by("pk")
    last = {(path, source): (state, text) for path, source, state, text in rows.values_list(*DECIDED)}
    return {key: text for key, (state, text) in last.items() if state not in NOT_HOLDING}


def string_segments(translation: Translation) -> list[StringSegment]:
    """In the order of the page, each place and text once."""
    rows = StringSegment.objects.filter(source_id=translation.source_id).select_related("context", "string")
    return in_order(rows)


def in_order(rows: Iterable[StringSegment]) -> list[StringSegment]:
    rows = sorted(rows, key=lambda row: row.order)
    return list({(row.context_id, row.string_id): row for row in reversed(rows)}.values())[::-1]


def load_segments(translation: Translation) -> list[Segment]:
    """All segments of a variant in the order of the page: four queries."""
    decisions = all_decisions(translation)
    standing = current_decisions(decisions)
    rows = string_segments(translation)
    proposed = proposed_texts(translation, rows)
    former = find_former([(row.context.path, row.string.data) for row in rows], decisions)
    made: dict[str, list[SegmentDecision]] = defaultdict(list)
    for decision in decisions:
        made[decision.path].append(decision)
    texts: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        texts[row.context.path].add(row.string.data)
    adapted = adapt_page(
        [row.string.data for row in rows],
        *variants_of(translation),
        approved_glossary(variants_of(translation)[1]),
        verbatim={position for position, row in enumerate(rows) if is_verbatim(row.context.field_path)},
    )
    return [
        Segment(
            key=segment_key(row.context.path, row.string.data),
            path=row.context.path,
            field_path=row.context.field_path,
            source_text=row.string.data,
            proposed_text=proposed.get((row.context_id, row.string_id), row.string.data),
            decision=standing.get((row.context.path, row.string.data)),
            former=former.get((row.context.path, row.string.data)),
            history=tuple(
                history_of(row.string.data, texts[row.context.path] - {row.string.data}, made[row.context.path])
            ),
            proposals=adaptation.proposals,
            order=row.order,
        )
        for row, adaptation in zip(rows, adapted, strict=True)
    ]


def proposed_texts(translation: Translation, rows: Iterable[StringSegment]) -> dict[tuple[int, int], str]:
    """What the engine proposed, by (context id, string id)."""
    found = StringTranslation.objects.filter(
        locale_id=translation.target_locale_id, context_id__in={row.context_id for row in rows}
    )
    return {(row.context_id, row.translation_of_id): row.data for row in found}


def published_texts(translation: Translation) -> Any:
    """A queryset of what the variant's last publication handed over, one text for each segment that it had."""
    return StringTranslation.objects.filter(
        locale_id=translation.target_locale_id,
        context__object_id=translation.source.object_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
    )


def variants_of(translation: Translation) -> tuple[Variant, Variant]:
    """The two variants between which a translation adapts: source, target."""
    return variants_between(translation.source.locale, translation.target_locale)
