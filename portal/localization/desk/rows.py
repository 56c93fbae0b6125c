"""One row of the review screen: a segment, its two texts marked in place, and where it stands in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from portal.localization.changes import CARRIED_OVER
from portal.localization.desk.explained import ExplainedChange, explain_changes
from portal.localization.difference import Piece, word_difference
from portal.localization.marking import cut, mark_pieces
from portal.localization.models import SegmentDecision, SegmentNote
from portal.localization.notes import is_open
from portal.localization.placing import Place, place_changes, switch_changes
from portal.localization.segments import Segment
from portal.variants import Proposal

CHARACTERS_A_LINE = 48
MAX_LINES = 14


@dataclass(frozen=True)
class SegmentRow:
    """What the template shows of one segment. `text` is what its box holds, typed, decided or proposed."""

    segment: Segment
    label: str
    text: str
    reason: str
    errors: Sequence[str]
    reader: Any
    source_changed_at: Any
    next_key: str
    is_active: bool
    note: str
    notes: Sequence[SegmentNote] = ()

    @cached_property
    def places(self) -> dict[Proposal, Place]:
        return place_changes(self.segment.source_text, self.segment.proposals, self.text)

    @cached_property
    def changes(self) -> list[ExplainedChange]:
        return explain_changes(self.segment, self.places)

    @property
    def source_html(self) -> SafeString:
        """What was replaced is struck; what waits for a decision, or is only pointed out, is marked."""
        if self.is_to_see_again:
            return mark_pieces(word_difference(self.segment.former.source_text, self.segment.source_text))  # type: ignore[union-attr]
        spans = [
            (proposal.start, proposal.end, "delete" if self._is_written(proposal) else "point")
            for proposal in self.segment.proposals
        ]
        return mark_pieces(cut(_composed(self.segment.source_text), spans))

    @property
    def variant_html(self) -> SafeString:
        """What came in is marked; against the former variant where the source changed."""
        if self.is_to_see_again:
            changes = word_difference(self.segment.former.text, self.text)  # type: ignore[union-attr]
            return mark_pieces(piece for piece in changes if piece.kind != "delete")
        if self._is_reworded:
            difference = word_difference(self.segment.source_text, self.text)
            return mark_pieces(piece for piece in difference if piece.kind != "delete")
        spans = [(place.start, place.end, "insert" if place.is_written else "point") for place in self._places_in_order]
        return mark_pieces(cut(_composed(self.text), spans))

    @property
    def former_html(self) -> SafeString:
        former = self.segment.former
        return mark_pieces([Piece("equal", former.text)] if former else [])

    @property
    def box_lines(self) -> int:
        return min(len(self.text) // CHARACTERS_A_LINE + 2, MAX_LINES)

    @property
    def is_to_see_again(self) -> bool:
        return self.segment.former is not None and not self.segment.is_decided

    @property
    def is_box_open(self) -> bool:
        return bool(self.errors) or (self.segment.is_decided and self.text != self.segment.text)

    @property
    def has_open_notes(self) -> bool:
        return is_open(self.notes)

    @property
    def remarks(self) -> int:
        return sum(note.is_remark for note in self.notes)

    @property
    def kind(self) -> str:
        """Its colour in the progress bar."""
        decision = self.segment.decision
        if decision:
            return "same" if decision.state == SegmentDecision.State.IDENTICAL else "done"
        return "rest" if self.segment.is_untouched else "open"

    @property
    def state(self) -> str:
        """« Identique, relu par vous », « À revoir : la version d’origine a changé le 25 novembre »."""
        if decision := self.segment.decision:
            return f"{capfirst(decision.get_state_display())}, {self._how_it_was_read(decision)}"
        if self.segment.former:
            changed_on = date_format(timezone.localtime(self.source_changed_at), "MONTH_DAY_FORMAT")
            return f"À revoir\u00a0: la version d’origine a changé le {changed_on}"
        return "Identique, à confirmer" if self.segment.is_untouched else "Proposée"

    def _how_it_was_read(self, decision: SegmentDecision) -> str:
        if decision.reason == CARRIED_OVER:
            return "reprise par règle"
        if decision.reviewer_id == self.reader.pk:
            return "relu par vous"
        name = decision.reviewer and (decision.reviewer.get_full_name() or decision.reviewer.get_username())
        return f"relu par {name or 'un compte supprimé'}"

    def _is_written(self, proposal: Proposal) -> bool:
        place = self.places.get(proposal)
        return place.is_written if place else self._is_reworded and proposal.replacement is not None

    @cached_property
    def _is_reworded(self) -> bool:
        """Whether a person wrote something else than the source and changes of the engine."""
        if len(self.places) < sum(proposal.replacement is not None for proposal in self.segment.proposals):
            return True
        written = [place for place in self.places.values() if place.is_written]
        return switch_changes(self.text, written) != _composed(self.segment.source_text)

    @property
    def _places_in_order(self) -> list[Place]:
        return sorted(self.places.values(), key=lambda place: place.start)


def _composed(text: str) -> str:
    """The form that the engine counts in."""
    return unicodedata.normalize("NFC", text)


def next_open_keys(segments: Sequence[Segment]) -> dict[str, str]:
    """For each segment the key of the next one that waits, round the end of the page; its own when it is the last."""
    found = {}
    for position, segment in enumerate(segments):
        following = [*segments[position + 1 :], *segments[:position]]
        found[segment.key] = next((other.key for other in following if not other.is_decided), segment.key)
    return found
