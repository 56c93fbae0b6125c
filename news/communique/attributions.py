"""Finds who a quotation is attributed to, in the clause that follows it or in the sentence that leads to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .mentions import NameIndex
from .quotation_marks import OPENING, Span
from .speakers import Speaker, read_speaker
from .speech_verbs import find_opening_verb, find_verb, is_pronoun

MAX_CLAUSE_LENGTH = 400
MIN_QUOTED_WORDS = 3
CLAUSE_OPENING = re.compile(r"[\s,.]*(?P<dash>[–—-]\s*)?")
ABBREVIATION = re.compile(r"(?:\b(?:M|MM|Mme|Mlle|Dr|Dre|Pr|Me|St|Ste)|\b[^\W\d_])$")
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
ACCORDING_TO = re.compile(r"(?:selon|d[’']après|aux yeux de|de l[’']avis de)\s+", re.IGNORECASE)
INSERTED = re.compile(r",\s([^,]{5,120})(?=,)")
FOR = re.compile(r"pour\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """`start` and `end` bound the quotation with its attribution; `wording` is what the attribution says."""

    speaker: Speaker
    wording: str
    start: int
    end: int
    is_pronoun: bool = False
    keeps_lead: bool = False


def attribute(
    text: str, cursor: int, span: Span, index: NameIndex, *, min_words: int = MIN_QUOTED_WORDS
) -> Attribution | None:
    """The attribution of a quotation that stands as a sentence of its own; None leaves it in its paragraph."""
    if len(span.text.split()) < min_words:
        return None
    before = text[max(cursor, span.start - MAX_CLAUSE_LENGTH) : span.start].rstrip()
    if not before or before.endswith((".", "!", "?", "…", "»", "”")):
        return read_following(text, span, index)
    return read_lead(text, cursor, before, span, index)


def read_following(text: str, span: Span, index: NameIndex) -> Attribution | None:
    """« … », a déclaré la mairesse Prénom Nom."""
    opening = CLAUSE_OPENING.match(text, span.end)
    start = opening.end() if opening else span.end
    clause = cut_clause(text[start : start + MAX_CLAUSE_LENGTH])
    end = start + len(clause)
    wording = clause.strip(" ,.\u00a0")
    if opening and "." in opening[0] and not opening["dash"]:
        return None
    if opening and opening["dash"]:
        speaker = read_speaker(wording, index)
        return Attribution(speaker, wording, span.start, end) if speaker and speaker.name else None
    if according := ACCORDING_TO.match(wording):
        speaker = read_speaker(wording[according.end() :], index)
        return Attribution(speaker, wording, span.start, end) if speaker else None
    return read_inversion(wording, span.start, end, index)


def read_inversion(wording: str, start: int, end: int, index: NameIndex) -> Attribution | None:
    verb = find_opening_verb(wording)
    if verb is None:
        return None
    position, has_pronoun = verb
    if has_pronoun:
        return Attribution(Speaker(), wording, start, end, is_pronoun=True)
    speaker = read_after_adverbs(wording[position:], index)
    return Attribution(speaker, wording, start, end) if speaker else None


def read_after_adverbs(subject: str, index: NameIndex) -> Speaker | None:
    """The subject, after at most six words such as « avec enthousiasme »."""
    words = list(re.finditer(r"\S+", subject))[:7]
    for word in words:
        speaker = read_speaker(subject[word.start() :], index)
        if speaker:
            return speaker
    return None


def follows_abbreviation(text: str, position: int) -> bool:
    """« M. », « Dr. », « J. »: the point at this position ends no sentence."""
    return ABBREVIATION.search(text, max(0, position - 5), position) is not None


def cut_clause(text: str) -> str:
    """The clause up to the end of its sentence, that included, or to the next quotation; empty when it is too long."""
    opening = min((p for p in map(text.find, OPENING) if p >= 0), default=len(text))
    for match in SENTENCE_END.finditer(text, 0, opening):
        if not (match[0] == "." and follows_abbreviation(text, match.start())):
            return text[: match.end()]
    return text[:opening] if opening < len(text) or len(text) < MAX_CLAUSE_LENGTH else ""


def read_lead(text: str, cursor: int, before: str, span: Span, index: NameIndex) -> Attribution | None:
    """« La mairesse Prénom Nom a déclaré : « … » » and « Selon Prénom Nom, « … » »."""
    lead = last_sentence(before)
    rest = text[span.end :][:20].lstrip(" .,\u00a0") if span.end < len(text) else ""
    if rest[:1].islower() or not before.endswith((":", ",")):
        return None
    wording = lead.rstrip(" ,:\u00a0\u202f")
    speaker, only_attribution, has_pronoun = read_lead_speaker(wording, lead.endswith(":"), index)
    if not speaker.name and not has_pronoun:
        return None
    closing = re.compile(r"\s*\.?").match(text, span.end)
    end = closing.end() if closing else span.end
    start = text.rfind(lead, cursor, span.start) if only_attribution else span.start
    return Attribution(speaker, wording, start, end, has_pronoun, keeps_lead=not only_attribution)


def last_sentence(text: str) -> str:
    start = 0
    for match in SENTENCE_END.finditer(text):
        if match.end() < len(text) and not follows_abbreviation(text, match.start()):
            start = match.end()
    return text[start:].lstrip()


def read_lead_speaker(wording: str, has_colon: bool, index: NameIndex) -> tuple[Speaker, bool, bool]:
    """The speaker, whether the lead says nothing else, and whether a pronoun is the subject."""
    according = ACCORDING_TO.match(wording) or FOR.match(wording)
    if according:
        return read_speaker(wording[according.end() :], index) or Speaker(), True, False
    verb = find_verb(wording) if has_colon else None
    if verb is None:
        return Speaker(), False, False
    start, end = verb
    subject, tail = wording[:start].rstrip(" ,\u00a0"), wording[end:].strip()
    if is_pronoun(subject):
        return Speaker(), not tail, True
    speaker = read_speaker(subject, index)
    if speaker and speaker.name:
        return speaker, not tail, False
    nearest = re.split(r",\s+", subject, maxsplit=1)[-1]
    return read_speaker(nearest, index) or read_after_adverbs(tail, index) or Speaker(), False, False


def find_inserted(quotation: str, index: NameIndex) -> str:
    """« a souligné Mme X » inserted between the very guillemets: only a hint, for a person to judge."""
    clauses = (match[1] for match in INSERTED.finditer(quotation))
    return next((clause for clause in clauses if read_inversion(clause, 0, 0, index)), "")


def read_lead_paragraph(text: str, index: NameIndex) -> tuple[Speaker, str]:
    """The speaker that a paragraph ending with a colon announces, and its last sentence."""
    wording = last_sentence(text[-MAX_CLAUSE_LENGTH:]).rstrip(" :\u00a0\u202f")
    return read_lead_speaker(wording, True, index)[0], wording
