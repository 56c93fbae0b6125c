from __future__ import annotations

from portal.localization.models.glossary import GlossaryDecision, GlossaryEntry
from portal.localization.models.notes import SegmentNote
from portal.localization.models.release import AwaitedRelease
from portal.localization.models.review import SegmentDecision

__all__ = ["AwaitedRelease", "GlossaryDecision", "GlossaryEntry", "SegmentDecision", "SegmentNote"]
