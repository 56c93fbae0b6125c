"""Reads a text as an editor of its own side would: what belongs to the other variant, what breaks the norm of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from portal.variants.engine import propose
from portal.variants.forms import list_forms
from portal.variants.lexicon import load_lexicon
from portal.variants.model import Confidence, Entry, Proposal, Variant
from portal.variants.rules import NORMS
from portal.variants.segment import Segment
from portal.variants.vocabulary import vocabulary_for

_SURE_ENOUGH = (Confidence.CERTAIN, Confidence.PROBABLE)


def check(text: str, variant: Variant | str, glossary: Sequence[Entry] | None = None) -> tuple[Proposal, ...]:
    """What to reconsider in a text written for `variant`, in the order of the text.

    `glossary` adds to the lexicon, as for `adapt` from the other side. Offsets count the code points of the NFC form.
    A word that also lives on this side, or that only the habits of software translators set apart, is left alone.
    """
    variant, segment = Variant(variant), Segment(text)
    faults = list(_find_faults(segment, variant))
    words = [
        proposal
        for proposal in propose(segment, variant, vocabulary_for(variant.other, glossary), set())
        if proposal.confidence in _SURE_ENOUGH
        and proposal.rule not in _list_habits()
        and proposal.original.lower() not in _list_forms_at_home(variant)
    ]
    return tuple(sorted([*faults, *words], key=lambda proposal: proposal.start))


@cache
def _list_forms_at_home(variant: Variant) -> frozenset[str]:
    return frozenset(form.lower() for entry in load_lexicon() for form in list_forms(entry, variant).values())


@cache
def _list_habits() -> frozenset[str]:
    return frozenset(f"vocabulary:{entry.key}" for entry in load_lexicon() if entry.evidence == "C")


def _find_faults(segment: Segment, variant: Variant) -> Iterator[Proposal]:
    for rule in NORMS:
        for proposal in rule.find(segment, variant):
            segment.claim(proposal.start, proposal.end)
            yield proposal
