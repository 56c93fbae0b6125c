"""Writes a term of the lexicon in its other form, with all that must agree, and judges what certainty is left."""

from __future__ import annotations

from collections.abc import Sequence

from portal.variants import grammar
from portal.variants.agreement import Edit, agree_left, agree_right, contract_right, copy_case, splice
from portal.variants.characters import APOSTROPHE, APOSTROPHES
from portal.variants.determiners import is_vocalic
from portal.variants.forms import list_forms
from portal.variants.function_words import AUXILIARIES, NUMERALS, PREPOSITIONS, SUBJECTS
from portal.variants.lexical_index import Reading
from portal.variants.model import Confidence, Variant
from portal.variants.occurrences import Occurrence, blocks_verb, is_capitalised_inside
from portal.variants.segment import Token


def rewrite(occurrence: Occurrence, target: Variant, level: Confidence) -> tuple[Edit | None, Confidence]:
    """The new text with all that must agree, and the level that this leaves.

    No edit when nothing changes, or, at the level HUMAN, when the sentence would have to be turned.
    """
    tokens, place, last = occurrence.segment.tokens, occurrence.place, occurrence.end - 1
    left = grammar.read_left(tokens, place)
    old = _choose_cell(tokens, occurrence.readings, left, place)
    targets = list_forms(occurrence.entry, target)
    new = _map_cell(old, targets)
    if new is None or blocks_verb(tokens, place, occurrence.end, occurrence.entry, targets[new]):
        return None, Confidence.HUMAN
    edits = [_write_term(occurrence, targets[new])]
    if not edits[0].text:
        return None, level
    is_nominal = len(old) == 2
    if left.determiner and not is_nominal and _changes_sound(occurrence, targets[new]):
        return None, Confidence.HUMAN
    if is_nominal or not left.determiner:
        edits += agree_left(tokens, left, targets[new], place, old, new)
    if is_nominal and old != new:
        is_governed, governor = grammar.find_governor(tokens, left, place)
        after = agree_right(tokens, last, old, new, is_governed=is_governed)
        edits += after
        if level is Confidence.CERTAIN and _is_far(occurrence, old, new, governor, after):
            level = Confidence.PROBABLE
    if level is Confidence.CERTAIN and (is_capitalised_inside(tokens, place) or not _is_framed(occurrence, left)):
        level = Confidence.PROBABLE
    edit = splice(occurrence.segment.text, edits)
    return edit._replace(text=_copy_apostrophe(occurrence.segment.text, edit.text)), level


def _write_term(occurrence: Occurrence, text: str) -> Edit:
    """The term itself, with its capitals; an empty text when it reads as it did."""
    segment, last = occurrence.segment, occurrence.end - 1
    original = segment.text[occurrence.start : occurrence.stop]
    if occurrence.entry.part != "noun":
        text, last = contract_right(segment.tokens, last, text)
    written, stop = _fit_case(original, text, occurrence.readings[0].form), segment.tokens[last].end
    same = written.replace(APOSTROPHE, "'") == segment.text[occurrence.start : stop].replace(APOSTROPHE, "'")
    return Edit(occurrence.start, stop, "" if same else written)


def _is_framed(occurrence: Occurrence, left: grammar.Left) -> bool:
    """Whether a form that is also a field name stands as a noun: after a small word, or at the head of a line."""
    if occurrence.entry.needs != "frame" or left.determiner or left.elided:
        return True
    before = grammar.previous(occurrence.segment.tokens, occurrence.place)
    if before < 0:
        return occurrence.segment.text[occurrence.start].isupper()
    return grammar.word(occurrence.segment.tokens, before) in PREPOSITIONS


def _changes_sound(occurrence: Occurrence, text: str) -> bool:
    """« la canceller », « l’annuler »: whether the pronoun before a verb would have to change."""
    return is_vocalic(occurrence.readings[0].form) != is_vocalic(text)


def _is_far(occurrence: Occurrence, old: str, new: str, governor: str, after: Sequence[Edit]) -> bool:
    """Whether a change of gender or number may reach what the neighbouring words do not show."""
    if old[1] != new[1] or grammar.reaches_further(occurrence.segment.tokens, occurrence.end - 1, old):
        return True
    if not after:
        return False
    return grammar.may_be(governor, old) or "," in occurrence.segment.text[occurrence.stop : after[-1].start]


def _choose_cell(tokens: Sequence[Token], readings: Sequence[Reading], left: grammar.Left, place: int) -> str:
    """The cell that the determiner points to, or else the adjective, when a form has several."""
    cells = [reading.cell for reading in readings]
    if len(cells[0]) != 2:
        return _choose_tense(tokens, cells, place)
    is_plural = bool(left.determiner and left.determiner.number == "p") or _is_counted(tokens, left)
    if is_plural and all(cell[1] == "s" for cell in cells):
        # « les start-up »: the author does not write the mark of the plural.
        return cells[0][0] + "p"
    if left.determiner:
        number, genders = left.determiner.number, left.determiner.genders
        cells.sort(key=lambda cell: (cell[1] != number, cell[0] not in genders))
    elif left.adjectives:
        nearest = grammar.word(tokens, left.adjectives[0])
        cells.sort(key=lambda cell: not grammar.agrees(nearest, *cell))
    return cells[0]


def _is_counted(tokens: Sequence[Token], left: grammar.Left) -> bool:
    """« deux start-up », « 12 start-up »."""
    return any(grammar.word(tokens, k) in NUMERALS or grammar.word(tokens, k).isdigit() for k in left.adjectives)


def _choose_tense(tokens: Sequence[Token], cells: Sequence[str], place: int) -> str:
    """The participle after « avoir » or « être », or else the person of the subject beside the verb."""
    before = grammar.previous(tokens, place)
    text = grammar.word(tokens, before - 1 if before > 0 and tokens[before].text in APOSTROPHES else before)
    is_participle, person = text in AUXILIARIES, SUBJECTS.get(text, "3")
    return min(cells, key=lambda cell: (cell.startswith("ppas") is not is_participle, person not in cell))


def _map_cell(old: str, targets: dict[str, str]) -> str | None:
    """The same cell on the other side, or else the nearest: number before gender."""
    if old in targets:
        return old
    nearest = sorted((cell for cell in targets if len(cell) == len(old) == 2), key=lambda cell: cell[1] != old[1])
    return nearest[0] if nearest else None


def _fit_case(original: str, text: str, form: str) -> str:
    """Capitals follow the original, unless the lexicon itself gives them."""
    return text if text.isupper() or form.isupper() else copy_case(original, text)


def _copy_apostrophe(text: str, replacement: str) -> str:
    """The apostrophe that the author uses."""
    return replacement.replace(APOSTROPHE, "'") if "'" in text and APOSTROPHE not in text else replacement
