"""The review form of one variant: a text for each segment, and which of them the reviewer decides now."""

from __future__ import annotations

from collections.abc import Mapping

from portal.localization.segments import Segment

ALL_UNTOUCHED = "untouched"


class ReviewForm:
    """Reads what was typed. Texts are kept for every segment, decided or not, so that nothing typed is lost."""

    def __init__(self, segments: list[Segment], data: Mapping[str, str]) -> None:
        self.segments = segments
        self.typed = {
            segment.key: _normalised(data[f"text-{segment.key}"])
            for segment in segments
            if f"text-{segment.key}" in data
        }
        self.asked = data.get("decide", "")
        self.is_publication = data.get("action") == "publish"

    @property
    def is_stale(self) -> bool:
        """Whether the reviewer decides a segment that the source no longer has."""
        is_one = self.asked not in ("", ALL_UNTOUCHED)
        return is_one and self.asked not in {segment.key for segment in self.segments}

    def decided(self) -> list[tuple[Segment, str]]:
        """The segments that the pressed button decides, each with its text."""
        if self.asked == ALL_UNTOUCHED:
            return [
                (segment, segment.source_text)
                for segment in self.segments
                if not segment.is_decided
                and segment.is_untouched
                and self.typed.get(segment.key, segment.source_text) == segment.source_text
            ]
        return [(segment, self.text_of(segment)) for segment in self.segments if segment.key == self.asked]

    def text_of(self, segment: Segment) -> str:
        return self.typed.get(segment.key, segment.text)


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").strip("\n")
