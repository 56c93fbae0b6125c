from __future__ import annotations

from portal.localization.models.glossary import GlossaryDecision, GlossaryEntry
from portal.localization.models.notes import SegmentNote
from portal.localization.models.review import SegmentDecision

__all__ = ["GlossaryDecision", "GlossaryEntry", "SegmentDecision", "SegmentNote"]
