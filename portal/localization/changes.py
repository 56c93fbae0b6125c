"""What a changed source does to the decisions: which former one a new text comes from, and which carry over by rule."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from portal.localization.models import SegmentDecision
from portal.variants import Variant, adapt

ENOUGH_ALIKE = 0.5
"""Share of common characters from which a new text is taken for a rewritten one, where a place holds several."""

CARRIED_OVER = "Reprise par règle : seule la typographie de l’origine a changé."

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


def carried_over_text(
    source_text: str, former: SegmentDecision, source: Variant, target: Variant, *, verbatim: bool
) -> str | None:
    """What the variant says now that only the typography of its source changed; None when a person must look.

    The words of both sources are the same, and the former text was the engine's own or the source's: the engine says
    the new one. A text that a person worded is never rewritten.
    """
    if words_of(source_text) != words_of(former.source_text) or former.state == SegmentDecision.State.ASSUMED:
        return None
    proposed_then = adapt(former.source_text, source, target, verbatim=verbatim).text
    if former.text not in (proposed_then, former.source_text):
        return None
    is_kept = former.text == former.source_text and former.text != proposed_then
    return source_text if is_kept else adapt(source_text, source, target, verbatim=verbatim).text
