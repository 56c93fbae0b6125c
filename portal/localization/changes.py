"""What a changed source does to the decisions: which former one a new text comes from, and which carry over by rule."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from portal.localization.models import SegmentDecision
from portal.localization.placing import Place, place_changes, switch_changes
from portal.variants import Adaptation, Confidence, Entry, Proposal, Variant, adapt, apply

ENOUGH_ALIKE = 0.5
"""Share of common characters from which a new text is taken for a rewritten one, where a place holds several."""

CARRIED_OVER = "Reprise par règle : seule la typographie de l’origine a changé."

Key = tuple[str, str]
"""A segment: its context path and its source text."""


def words_of(text: str) -> list[str]:
    """The words and the tags of a segment, free of spacing and punctuation, with one kind of apostrophe."""
    return re.findall(r"<[^>]*>|[\w’-]+", text.replace("'", "’"))


def find_former(current: Iterable[Key], decisions: Sequence[SegmentDecision]) -> dict[Key, SegmentDecision]:
    """For each undecided segment, the decision on the text that its source had before, where there is one.

    `decisions` come oldest first. A place that holds one text is followed whatever it becomes; where a paragraph gave
    several, the most alike of those that are gone.
    """
    keys = list(current)
    standing = {(decision.path, decision.source_text): decision for decision in decisions if decision.holds}
    gone: dict[str, list[SegmentDecision]] = defaultdict(list)
    for key, decision in standing.items():
        if key not in set(keys):
            gone[decision.path].append(decision)
    counts: dict[str, int] = defaultdict(int)
    for path, _ in keys:
        counts[path] += 1
    former = {}
    for path, text in keys:
        if (path, text) not in standing and gone[path]:
            found = gone[path][-1] if counts[path] == 1 else _most_alike(text, gone[path])
            if found is not None:
                former[path, text] = found
    return former


def _most_alike(text: str, decisions: list[SegmentDecision]) -> SegmentDecision | None:
    rated = [(difflib.SequenceMatcher(None, text, decision.source_text).ratio(), decision) for decision in decisions]
    ratio, decision = max(rated, key=lambda pair: pair[0])
    return decision if ratio >= ENOUGH_ALIKE else None


def history_of(
    source_text: str, others: Collection[str], decisions: Sequence[SegmentDecision]
) -> list[SegmentDecision]:
    """Of the decisions on a place, oldest first, those on a segment and on the texts that its source had before.

    `others` are the other texts that stand in the place now: what was decided of them is their own history.
    """
    mine = {source_text}
    for decision in reversed(decisions):
        text = decision.source_text
        if text not in others and text not in mine:
            alike = (difflib.SequenceMatcher(None, text, known).ratio() >= ENOUGH_ALIKE for known in mine)
            if not others or any(alike):
                mine.add(text)
    return [decision for decision in decisions if decision.source_text in mine]


def carried_over_text(
    source_text: str,
    former: SegmentDecision,
    source: Variant,
    target: Variant,
    glossary: Sequence[Entry],
    *,
    verbatim: bool,
) -> str | None:
    """What the variant says now that only the typography of its source changed; None when a person must look.

    The words of both sources are the same, and the former text was the source with any of the engine's changes: those
    that a person took are made again, those that they refused are not. A text that a person worded is never rewritten.
    """
    if words_of(source_text) != words_of(former.source_text) or former.state == SegmentDecision.State.ASSUMED:
        return None
    # What was approved for the glossary since leaves decided texts alone: they may be the engine's without it.
    for entries in (glossary, ()):
        then = adapt(former.source_text, source, target, entries, verbatim=verbatim)
        taken = _changes_taken(former, then)
        if taken is not None:
            if taken and not any(place.is_written for place in taken):
                return source_text
            now = adapt(source_text, source, target, entries, verbatim=verbatim)
            return apply(source_text, _made_again(now, taken))
    return None


def _changes_taken(former: SegmentDecision, then: Adaptation) -> list[Place] | None:
    """Each change that was proposed, and whether the decided text has it; None when a person worded that text."""
    changes = _changes(then)
    places = place_changes(former.source_text, changes, former.text)
    restored = switch_changes(former.text, [place for place in places.values() if place.is_written])
    if len(places) < len(changes) or restored != unicodedata.normalize("NFC", former.source_text):
        return None
    return [places[change] for change in changes]


def _made_again(now: Adaptation, taken: Iterable[Place]) -> Iterator[Proposal]:
    """The changes as they were decided; one that nobody was asked about is made when it is certain."""
    decided: dict[tuple[str, str | None], list[bool]] = defaultdict(list)
    for place in taken:
        decided[place.proposal.original, place.proposal.replacement].append(place.is_written)
    for change in _changes(now):
        former = decided[change.original, change.replacement]
        if former.pop(0) if former else change.confidence is Confidence.CERTAIN:
            yield change


def _changes(adaptation: Adaptation) -> list[Proposal]:
    return [proposal for proposal in adaptation.proposals if proposal.replacement is not None]
