from __future__ import annotations

from portal.localization.models.review import SegmentDecision

__all__ = ["SegmentDecision"]
