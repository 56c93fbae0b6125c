"""The shape of a rule, and the three strategies that every rule is made of.

`substitute` writes something else where a pattern matches, `point_out` only remarks on it, and
`portal.variants.vocabulary` replaces the terms of a lexicon. A rule module holds data and names one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.variants.model import Confidence, Proposal, Variant
from portal.variants.segment import Segment

Level = Mapping[Variant, Confidence]


@dataclass(frozen=True)
class Change:
    """What a rule wants in place of a span; `confidence` only where it differs from the rule's own."""

    start: int
    end: int
    replacement: str | None
    confidence: Confidence | None = None


Rewrite = Callable[["re.Match[str]", Segment, Variant], Iterable[Change]]


@dataclass(frozen=True)
class Rule:
    """A rule as data.

    `level` gives the confidence by target variant; a variant that is absent has no such rule. `rewrite` looks at one
    match of `pattern` and answers changes, or none to stay silent. A rule with `is_typography` also applies to the
    words of others. `hints` are characters without which nothing can match. With `once`, only the first finding counts.
    """

    name: str
    pattern: re.Pattern[str]
    level: Level
    explanation: Mapping[Variant, str]
    sources: tuple[str, ...]
    rewrite: Rewrite | None = None
    is_typography: bool = False
    once: bool = False
    hints: str = ""

    def find(self, segment: Segment, target: Variant) -> Iterator[Proposal]:
        """The proposals of this rule on a segment, in the order of the text."""
        if target not in self.level or (self.hints and not any(hint in segment.text for hint in self.hints)):
            return
        for match in self.pattern.finditer(segment.text):
            for change in (self.rewrite or point_out)(match, segment, target):
                if proposal := self._propose(change, segment, target):
                    yield proposal
                    if self.once:
                        return

    def _propose(self, change: Change, segment: Segment, target: Variant) -> Proposal | None:
        original = segment.text[change.start : change.end]
        if original == change.replacement or segment.is_sealed(change.start, change.end):
            return None
        if not self.is_typography and segment.is_held(change.start, change.end):
            return None
        confidence = change.confidence or self.level[target]
        return Proposal(
            start=change.start,
            end=change.end,
            original=original,
            replacement=change.replacement,
            rule=self.name,
            confidence=confidence,
            explanation=self.explanation[target],
            sources=self.sources,
        )


def substitute(replace: Callable[[re.Match[str], Variant], str | None], group: int | str = 0) -> Rewrite:
    """The strategy that writes `replace(match, target)` over one group of the match; None stays silent."""

    def rewrite(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
        replacement = replace(match, target)
        return () if replacement is None else (Change(match.start(group), match.end(group), replacement),)

    return rewrite


def point_out(match: re.Match[str], segment: Segment, target: Variant) -> Iterable[Change]:
    """The strategy that remarks on a match and leaves the decision to a person."""
    return (Change(match.start(), match.end(), None),)


def both(sentence: str) -> Mapping[Variant, str]:
    """The same explanation for the readers of both sides."""
    return {Variant.FR_CA: sentence, Variant.FR_FR: sentence}


def everywhere(confidence: Confidence) -> Level:
    """The same level in both directions."""
    return {Variant.FR_CA: confidence, Variant.FR_FR: confidence}
