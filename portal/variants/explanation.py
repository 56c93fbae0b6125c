"""Says a proposal in one French sentence, with its source, to the person who reads it."""

from __future__ import annotations

from portal.variants.model import Proposal, Variant


def explain(proposal: Proposal, reader: Variant | str = Variant.FR_FR) -> str:
    """One sentence in the reader's variant, then the sources."""
    Variant(reader)
    return proposal.explanation
