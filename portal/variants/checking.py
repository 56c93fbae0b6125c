"""What in a text belongs to the other variant, for editors as they write."""

from __future__ import annotations

from portal.variants.engine import adapt
from portal.variants.model import Proposal, Variant


def check(text: str, variant: Variant | str) -> tuple[Proposal, ...]:
    """The proposals that would make a text written for `variant` follow its norm."""
    variant = Variant(variant)
    return adapt(text, variant.other, variant).proposals
