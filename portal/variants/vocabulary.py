"""The third strategy: replaces the terms of a lexicon in one simultaneous pass, longest match first."""

from __future__ import annotations

from collections.abc import Iterator, MutableSet, Sequence
from functools import lru_cache

from portal.variants import grammar
from portal.variants.agreement import Edit, agree_left, agree_right, contract_right, copy_case, splice
from portal.variants.characters import APOSTROPHE, APOSTROPHES, HYPHENS
from portal.variants.explanation import explain_entry
from portal.variants.forms import list_forms
from portal.variants.function_words import INVERTED, MOVING_CLITICS
from portal.variants.lexical_index import LexicalIndex, Reading
from portal.variants.lexicon import load_lexicon
from portal.variants.model import Confidence, Entry, Proposal, Variant
from portal.variants.segment import Kind, Segment, Token

_STARTS = frozenset('.!?…:;([|>•·–—-*\n«“"/')


class Vocabulary:
    """The lexicon of one side, and what its terms become on the other."""

    def __init__(self, lists: Sequence[Sequence[Entry]], source: Variant) -> None:
        self.source = source
        self.index = LexicalIndex(lists, source)

    def find(self, segment: Segment, mentioned: MutableSet[str]) -> Iterator[Proposal]:
        """The proposals on a segment. A gloss is offered once: `mentioned` holds the keys already explained."""
        tokens, place = segment.tokens, 0
        branches = self.index.root.branches
        while place < len(tokens):
            token = tokens[place]
            if token.kind is Kind.SEALED or token.kind is Kind.BLANK or token.text.lower() not in branches:
                place += 1
                continue
            end, readings = self.index.find(tokens, place)
            if readings and _stands_alone(tokens, place, end) and not _is_other_word(tokens, place, end, readings[0]):
                proposal = self._propose(segment, place, end, readings, mentioned)
                if proposal:
                    yield proposal
                place = end
            else:
                place += 1

    def _propose(
        self, segment: Segment, place: int, end: int, readings: Sequence[Reading], mentioned: MutableSet[str]
    ) -> Proposal | None:
        tokens, entry = segment.tokens, readings[0].entry
        level = entry.level(self.source.other)
        start, stop = tokens[place].start, tokens[end - 1].end
        if level is Confidence.KEEP or segment.is_held(start, stop) or _is_part_of_name(tokens, place, end):
            return None
        if level in (Confidence.GLOSS, Confidence.HUMAN):
            if entry.key in mentioned:
                return None
            mentioned.add(entry.key)
            edit: Edit | None = None
        else:
            edit, level = self._rewrite(segment, place, end, readings, level)
            if edit is None and level is not Confidence.HUMAN:
                return None
        span = edit or Edit(start, stop, "")
        return Proposal(
            start=span.start,
            end=span.end,
            original=segment.text[span.start : span.end],
            replacement=edit and edit.text,
            rule=f"vocabulary:{entry.key}",
            confidence=level,
            explanation=explain_entry(entry, self.source, level, segment.text[start:stop]),
            sources=entry.sources,
        )

    def _rewrite(
        self, segment: Segment, place: int, end: int, readings: Sequence[Reading], level: Confidence
    ) -> tuple[Edit | None, Confidence]:
        """The new text with all that must agree, and the level that this leaves; no edit when nothing changes."""
        tokens, entry = segment.tokens, readings[0].entry
        left, stop = grammar.read_left(tokens, place), tokens[end - 1].end
        old = _choose_cell(tokens, readings, left)
        targets = list_forms(entry, self.source.other)
        new = _map_cell(old, targets)
        if new is None or _blocks_verb(tokens, place, end, entry, targets[new]):
            return None, Confidence.HUMAN
        text = targets[new]
        original = segment.text[tokens[place].start : tokens[end - 1].end]
        written, last = contract_right(tokens, end - 1, text) if entry.part != "noun" else (text, end - 1)
        edits = [Edit(tokens[place].start, tokens[last].end, _fit_case(original, written, readings[0].form))]
        if edits[0].text.replace(APOSTROPHE, "'") == segment.text[edits[0].start : edits[0].end].replace(
            APOSTROPHE, "'"
        ):
            return None, level
        is_nominal = len(old) == 2
        if is_nominal or not left.determiner:
            edits += agree_left(tokens, left, text, place, old, new)
        if is_nominal and old != new:
            is_governed, governor = grammar.find_governor(tokens, left, place)
            after = agree_right(tokens, end - 1, old, new, is_governed=is_governed)
            is_shared = bool(after) and (grammar.may_be(governor, old) or _crosses_comma(segment.text, stop, after))
            if level is Confidence.CERTAIN and (
                is_shared or old[1] != new[1] or grammar.reaches_further(tokens, end - 1, old)
            ):
                level = Confidence.PROBABLE
            edits += after
        if level is Confidence.CERTAIN and _is_capitalised_inside(tokens, place):
            level = Confidence.PROBABLE
        edit = splice(segment.text, edits)
        return edit._replace(text=_copy_apostrophe(segment.text, edit.text)), level


def _crosses_comma(text: str, stop: int, edits: Sequence[Edit]) -> bool:
    return "," in text[stop : edits[-1].start]


def _stands_alone(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether the form is not a part of a longer word joined by hyphens or digits."""
    if place and tokens[place - 1].text in HYPHENS and place > 1 and tokens[place - 2].kind is Kind.WORD:
        return False
    if end + 1 < len(tokens) and tokens[end].text in HYPHENS and tokens[end + 1].kind is Kind.WORD:
        return tokens[end + 1].text.lower() in INVERTED
    return True


def _is_other_word(tokens: Sequence[Token], place: int, end: int, reading: Reading) -> bool:
    """Whether the same letters are another word here: an acronym, a proper noun, a verb where a noun is meant."""
    text = "".join(token.text for token in tokens[place:end])
    if any(letter.isupper() for letter in reading.form):
        return not _has_same_capitals(text, reading.form)
    if len(text) < 6 and len(text) > 1 and text.isupper() and not _is_shouted(tokens, place, end):
        return True
    if reading.entry.needs == "determiner":
        left = grammar.read_left(tokens, place)
        return left.determiner is None and not (reading.cell.endswith("p") and left.elided != "que")
    return False


def _has_same_capitals(text: str, form: str) -> bool:
    return text.isupper() or all(a == b or not b.isupper() for a, b in zip(text, form, strict=False))


def _is_shouted(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether the words around are in capitals too."""
    around = [token.text for token in tokens[max(0, place - 6) : end + 6] if token.kind is Kind.WORD]
    return all(text.isupper() for text in around if text.isalpha())


def _is_capitalised_inside(tokens: Sequence[Token], place: int) -> bool:
    """Whether the form has a capital that the start of a sentence does not explain."""
    text = tokens[place].text
    if not text[0].isupper() or text.isupper():
        return False
    before = place - 1
    while before >= 0 and (tokens[before].kind is Kind.BLANK or tokens[before].text[0] == "<"):
        before -= 1
    return before >= 0 and tokens[before].text not in _STARTS and tokens[before].kind is not Kind.SEALED


def _is_part_of_name(tokens: Sequence[Token], place: int, end: int) -> bool:
    """« le Souper des Chefs », « Radio Balado »: a capital inside the sentence, beside another."""
    if not _is_capitalised_inside(tokens, place):
        return False
    before, after = grammar.previous(tokens, place), grammar.following(tokens, end - 1)
    return any(_is_capitalised(tokens, k) for k in (before, after))


def _is_capitalised(tokens: Sequence[Token], k: int) -> bool:
    if not grammar.word(tokens, k):
        return False
    text = tokens[k].text
    return len(text) > 1 and text[0].isupper() and not text.isupper() and _is_capitalised_inside(tokens, k)


def _choose_cell(tokens: Sequence[Token], readings: Sequence[Reading], left: grammar.Left) -> str:
    """The cell that the determiner points to, when a form has several."""
    cells = [reading.cell for reading in readings]
    determiner = left.determiner
    if not determiner and left.adjectives:
        nearest = grammar.word(tokens, left.adjectives[0])
        cells = [cell for cell in cells if len(cell) == 2 and grammar.agrees(nearest, *cell)] or cells
    if determiner and len(cells[0]) == 2:
        for cell in cells:
            if cell[1] == determiner.number and cell[0] in determiner.genders:
                return cell
        for cell in cells:
            if cell[1] == determiner.number:
                return cell
    return cells[0]


def _map_cell(old: str, targets: dict[str, str]) -> str | None:
    """The same cell on the other side, or else the nearest: number before gender."""
    if old in targets:
        return old
    if len(old) == 2:
        nearest = [cell for cell in targets if len(cell) == 2]
        return next((cell for cell in nearest if cell[1] == old[1]), nearest[0] if nearest else None)
    return None


def _blocks_verb(tokens: Sequence[Token], place: int, end: int, entry: Entry, text: str) -> bool:
    """Whether a pronoun beside the verb would have to move: « contactez-nous » is not « communiquez avec-nous »."""
    if entry.part != "verb":
        return False
    if end < len(tokens) and tokens[end].text in HYPHENS and " " in text:
        return True
    before = grammar.previous(tokens, place)
    if before > 0 and tokens[before].text in APOSTROPHES:
        return grammar.word(tokens, before - 1) not in ("d", "qu", "lorsqu", "puisqu", "jusqu", "n")
    moving = grammar.word(tokens, before)
    is_infinitive = text.split(" ")[0].endswith(("er", "ir", "re"))
    return " " in text and (moving in MOVING_CLITICS or (is_infinitive and moving in ("nous", "vous")))


def _fit_case(original: str, text: str, form: str) -> str:
    """Capitals follow the original, unless the lexicon itself gives them."""
    if form.isupper() and not text.isupper():
        return text
    return text if text.isupper() else copy_case(original, text)


def _copy_apostrophe(text: str, replacement: str) -> str:
    """The apostrophe that the author uses."""
    return replacement.replace(APOSTROPHE, "'") if "'" in text and APOSTROPHE not in text else replacement


@lru_cache(maxsize=8)
def _vocabulary(source: Variant, glossary: tuple[Entry, ...]) -> Vocabulary:
    return Vocabulary(([entry for entry in load_lexicon() if _is_active(entry, source.other)], glossary), source)


def _is_active(entry: Entry, target: Variant) -> bool:
    """Without a level in this direction an entry of the lexicon is silent, unless it guards a form of both sides."""
    return entry.level(target) is not Confidence.KEEP or entry.fr_ca == entry.fr_fr


def vocabulary_for(source: Variant, glossary: Sequence[Entry] | None) -> Vocabulary:
    """The index of the built-in lexicon with the entries of a glossary, made once and kept."""
    return _vocabulary(source, tuple(glossary or ()))
