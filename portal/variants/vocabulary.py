"""The third strategy: replaces the terms of a lexicon in one simultaneous pass, longest match first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, MutableSet, Sequence
from dataclasses import replace

from portal.variants.agreement import Edit
from portal.variants.explanation import explain_entry
from portal.variants.lexical_index import LexicalIndex
from portal.variants.lexicon import load_lexicon
from portal.variants.model import Confidence, Entry, Proposal, Variant
from portal.variants.occurrences import Occurrence, is_other_word, stands_alone
from portal.variants.rewriting import rewrite
from portal.variants.segment import Kind, Segment

_recent: deque[tuple[Variant, tuple[Entry, ...], Vocabulary]] = deque(maxlen=8)


class Vocabulary:
    """The lexicon of one side, and what its terms become on the other."""

    def __init__(self, lists: Sequence[Sequence[Entry]], source: Variant) -> None:
        self.source = source
        self.index = LexicalIndex(lists, source)

    def find(self, segment: Segment, mentioned: MutableSet[str]) -> Iterator[Proposal]:
        """The proposals on a segment, none overlapping.

        A gloss is offered once: `mentioned` holds the keys already explained. Where two terms claim the adjective
        between them, the first is left to a person and the second waits.
        """
        last: Proposal | None = None
        for proposal in self._find_all(segment, mentioned):
            if last and proposal.start < last.end:
                last = replace(last, confidence=Confidence.PROBABLE)
                continue
            if last:
                yield last
            last = proposal
        if last:
            yield last

    def _find_all(self, segment: Segment, mentioned: MutableSet[str]) -> Iterator[Proposal]:
        tokens, place = segment.tokens, 0
        branches = self.index.root.branches
        while place < len(tokens):
            token = tokens[place]
            if token.kind is Kind.SEALED or token.kind is Kind.BLANK or token.text.lower() not in branches:
                place += 1
                continue
            end, readings = self.index.find(tokens, place)
            if readings and stands_alone(tokens, place, end) and not is_other_word(tokens, place, end, readings[0]):
                proposal = self._propose(Occurrence(segment, place, end, readings), mentioned)
                if proposal:
                    yield proposal
                place = end
            else:
                place += 1

    def _propose(self, occurrence: Occurrence, mentioned: MutableSet[str]) -> Proposal | None:
        entry, segment = occurrence.entry, occurrence.segment
        level = entry.level(self.source.other)
        if level is Confidence.KEEP or segment.is_held(occurrence.start, occurrence.stop) or occurrence.is_part_of_name:
            return None
        if level in (Confidence.GLOSS, Confidence.HUMAN):
            if entry.key in mentioned:
                return None
            mentioned.add(entry.key)
            return self._report(occurrence, None, level)
        edit, level = rewrite(occurrence, self.source.other, level)
        return self._report(occurrence, edit, level) if edit or level is Confidence.HUMAN else None

    def _report(self, occurrence: Occurrence, edit: Edit | None, level: Confidence) -> Proposal:
        text, entry = occurrence.segment.text, occurrence.entry
        start, end = (edit.start, edit.end) if edit else (occurrence.start, occurrence.stop)
        return Proposal(
            start=start,
            end=end,
            original=text[start:end],
            replacement=edit and edit.text,
            rule=f"vocabulary:{entry.key}",
            confidence=level,
            explanation=explain_entry(entry, self.source, level, text[occurrence.start : occurrence.stop]),
            sources=entry.sources,
        )


def _is_active(entry: Entry, target: Variant) -> bool:
    """Without a level in this direction an entry of the lexicon is silent, unless it guards a form of both sides."""
    return entry.level(target) is not Confidence.KEEP or entry.fr_ca == entry.fr_fr


def vocabulary_for(source: Variant, glossary: Sequence[Entry] | None) -> Vocabulary:
    """The index of the lexicon with the entries of a glossary, made once and kept while it is in use.

    The same tuple, given again, is found without looking at its entries.
    """
    entries = tuple(glossary or ())
    for known_source, known_entries, vocabulary in tuple(_recent):
        if known_source is source and (known_entries is entries or known_entries == entries):
            return vocabulary
    active = [entry for entry in load_lexicon() if _is_active(entry, source.other)]
    vocabulary = Vocabulary((active, entries), source)
    _recent.appendleft((source, entries, vocabulary))
    return vocabulary
