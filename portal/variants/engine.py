"""Runs the rules over a text, once, and keeps of their proposals those that do not overlap."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, MutableSet, Sequence
from dataclasses import replace
from itertools import chain

from portal.variants.model import Adaptation, Confidence, Entry, Proposal, Variant
from portal.variants.rules import FORMATS, TYPOGRAPHY
from portal.variants.segment import Segment
from portal.variants.vocabulary import Vocabulary, vocabulary_for


def adapt(
    text: str,
    source: Variant | str,
    target: Variant | str,
    glossary: Sequence[Entry] | None = None,
    *,
    verbatim: bool = False,
) -> Adaptation:
    """Adapt a text from one variant to the other.

    Offsets count the code points of the NFC form. `glossary` adds to the lexicon and wins over it. `verbatim` adapts
    the typography of somebody's words and nothing else. A text adapted to its own variant comes back untouched.
    """
    source, target = Variant(source), Variant(target)
    return _adapt(Segment(text, verbatim=verbatim), target, _open_vocabulary(source, target, glossary), set())


def adapt_page(
    segments: Iterable[str],
    source: Variant | str,
    target: Variant | str,
    glossary: Sequence[Entry] | None = None,
    *,
    verbatim: Collection[int] = (),
) -> list[Adaptation]:
    """Adapt the segments of one page in their order: what needs a gloss is explained at its first mention only.

    `verbatim` holds the positions of the segments that are somebody's words, which change their typography only.
    """
    source, target = Variant(source), Variant(target)
    vocabulary, mentioned = _open_vocabulary(source, target, glossary), set[str]()
    return [
        _adapt(Segment(text, verbatim=position in verbatim), target, vocabulary, mentioned)
        for position, text in enumerate(segments)
    ]


def _open_vocabulary(source: Variant, target: Variant, glossary: Sequence[Entry] | None) -> Vocabulary | None:
    """The words to look for; None when the text is already in its variant."""
    return None if source is target else vocabulary_for(source, glossary)


def _adapt(segment: Segment, target: Variant, vocabulary: Vocabulary | None, mentioned: MutableSet[str]) -> Adaptation:
    if vocabulary is None:
        return Adaptation(segment.text, ())
    found = tuple(propose(segment, target, vocabulary, mentioned))
    return Adaptation(apply(segment.text, (p for p in found if p.confidence is Confidence.CERTAIN)), found)


def propose(segment: Segment, target: Variant, vocabulary: Vocabulary, mentioned: MutableSet[str]) -> list[Proposal]:
    """The proposals on a segment in the order of the text: formats claim first, then words, then typography.

    `mentioned` holds the keys of what has been explained already, and receives those explained here.
    """
    found = chain(
        chain.from_iterable(rule.find(segment, target) for rule in FORMATS),
        vocabulary.find(segment, mentioned),
        chain.from_iterable(rule.find(segment, target) for rule in TYPOGRAPHY),
    )
    kept = (proposal for proposal in found if segment.claim(proposal.start, proposal.end))
    return _hold_back_chains(sorted(kept, key=lambda proposal: proposal.start))


def _hold_back_chains(proposals: list[Proposal]) -> list[Proposal]:
    """Step down a certain change whose result still waits for a decision beside it: souper → dîner → déjeuner."""
    waiting = {p.original.lower() for p in proposals if p.confidence is Confidence.PROBABLE}
    return [
        replace(proposal, confidence=Confidence.PROBABLE)
        if proposal.confidence is Confidence.CERTAIN and (proposal.replacement or "").lower() in waiting
        else proposal
        for proposal in proposals
    ]


def apply(text: str, proposals: Iterable[Proposal]) -> str:
    """The NFC form of the text with the replacement of each proposal written in; those without one change nothing."""
    text = unicodedata.normalize("NFC", text)
    parts, position = [], 0
    for proposal in sorted(proposals, key=lambda proposal: proposal.start):
        if proposal.replacement is not None:
            parts += [text[position : proposal.start], proposal.replacement]
            position = proposal.end
    return "".join([*parts, text[position:]])
