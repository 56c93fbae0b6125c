"""Adapts French between Québec and France: quiet, sourced, deterministic, offline.

It knows neither Django nor Wagtail. `adapt` proposes how a text written for one side reads on the other, `apply` writes
proposals in, `explain` says one in a sentence, `check` reads a text as its own side's editor.
"""

from __future__ import annotations

from portal.variants.checking import check
from portal.variants.engine import adapt, adapt_page, apply
from portal.variants.explanation import explain
from portal.variants.model import Adaptation, Confidence, Entry, Proposal, Variant

__all__ = [
    "Adaptation",
    "Confidence",
    "Entry",
    "Proposal",
    "Variant",
    "adapt",
    "adapt_page",
    "apply",
    "check",
    "explain",
]
