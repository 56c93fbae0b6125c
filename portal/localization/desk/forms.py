"""The review form of one variant: a text for each segment, and what the pressed button does to which of them."""

from __future__ import annotations

from collections.abc import Mapping

from portal.localization.decisions import Choice
from portal.localization.desk.explained import explain_changes
from portal.localization.placing import place_changes, switch_changes
from portal.localization.segments import Segment

ALL_UNTOUCHED = "untouched"
REASON_MISSING = "Dites en quelques mots pourquoi la variante s’écarte de l’origine."
CHANGE_LOST = "Ce passage a été récrit à la main. Changez-le directement dans le texte."


class ReviewForm:
    """Reads what was typed. Texts are kept for every segment, decided or not, so that nothing typed is lost.

    A button's name is its verb, its value the key of a segment; for `refuse` and `accept`, which take one change of the
    engine out of the typed text or put it in, the key, a dot and the number of the change. `note` and `resolve` add to
    what colleagues said of a segment.
    """

    DECISIONS = ("decide", "keep", "assume", "reopen")
    SWITCHES = ("refuse", "accept")
    NOTES = ("note", "resolve")
    VERBS = (*DECISIONS, *SWITCHES, *NOTES)

    def __init__(self, segments: list[Segment], data: Mapping[str, str]) -> None:
        self.segments = segments
        self.data = data
        self.verb = next((verb for verb in self.VERBS if verb in data), "")
        self.asked, _, self.change = data.get(self.verb, "").partition(".")
        self.is_publication = data.get("action") == "publish"

    @property
    def is_switch(self) -> bool:
        return self.verb in self.SWITCHES

    @property
    def is_note(self) -> bool:
        return self.verb in self.NOTES

    @property
    def is_stale(self) -> bool:
        """Whether the button's segment is one that the source no longer has."""
        is_one = self.asked not in ("", ALL_UNTOUCHED)
        return is_one and self.asked not in {segment.key for segment in self.segments}

    @property
    def unsaved(self) -> list[Segment]:
        """Decided segments whose box now says something else than what was decided."""
        return [segment for segment in self.segments if segment.is_decided and self.text_of(segment) != segment.text]

    @property
    def faults(self) -> dict[str, list[str]]:
        """What the form itself finds wrong, by the key of the segment."""
        is_unexplained = self.verb == "assume" and not self.reason_of(self.asked)
        return {self.asked: [REASON_MISSING]} if is_unexplained else {}

    def choices(self) -> list[Choice]:
        """The segments that the pressed button is about, each with what the reviewer wants for it."""
        if self.asked == ALL_UNTOUCHED:
            return [self._choice(segment) for segment in self.segments if self._is_plainly_untouched(segment)]
        return [self._choice(segment) for segment in self.segments if segment.key == self.asked]

    def switched_text(self) -> str | None:
        """The typed text of the asked segment with one change refused or accepted; None when that cannot be done."""
        segment = next((segment for segment in self.segments if segment.key == self.asked), None)
        if segment is None:
            return None
        text = self.text_of(segment)
        places = place_changes(segment.source_text, segment.proposals, text)
        change = next((c for c in explain_changes(segment, places) if str(c.number) == self.change), None)
        if change is None or not change.places:
            return None
        return switch_changes(text, [place for place in change.places if place.is_written == (self.verb == "refuse")])

    def text_of(self, segment: Segment) -> str:
        """What the box of a segment holds: what was typed, else the decided or proposed text."""
        typed = self.data.get(f"text-{segment.key}")
        return segment.text if typed is None else typed.replace("\r\n", "\n").strip("\n")

    def reason_of(self, key: str) -> str:
        return self.data.get(f"reason-{key}", "").strip()

    def note_of(self, key: str) -> str:
        return self.data.get(f"note-{key}", "").replace("\r\n", "\n").strip()

    def _choice(self, segment: Segment) -> Choice:
        seen = self.data.get(f"seen-{segment.key}", "")
        return Choice(
            segment,
            segment.source_text if self.verb == "keep" else self.text_of(segment),
            self.reason_of(segment.key) if self.verb == "assume" else "",
            int(seen) if seen.isdecimal() else None,
        )

    def _is_plainly_untouched(self, segment: Segment) -> bool:
        """Whether the engine left it alone, and the reviewer too: a segment that the form did not show was not read."""
        is_waiting = segment.is_untouched and not segment.is_decided
        is_shown = f"text-{segment.key}" in self.data
        return is_waiting and is_shown and self.text_of(segment) == segment.source_text
