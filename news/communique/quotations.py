"""Turns a paragraph into paragraphs and quotations; the words of a quotation are never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .attributions import MIN_QUOTED_WORDS, Attribution, attribute
from .folding import has_letters
from .headings import is_heading_in_capitals
from .mentions import NameIndex
from .model import Block, Paragraph, Quotation
from .passages import Passage, Role
from .quotation_marks import Span, find_spans
from .speakers import circumstances, read_speaker
from .typography import COLON, quoted

MAX_QUOTED_PARAGRAPHS = 8
DASHES = ("– ", "— ", "- ")


@dataclass
class Reading:
    """The blocks of one paragraph, and what the editor should know about them."""

    blocks: list[Block] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    cursor: int = 0
    ends_with_comma: bool = False
    is_unattributed: bool = False


def gather(passages: Sequence[Passage]) -> list[Passage]:
    """Joins the paragraphs of a quotation that goes on over several of them."""
    gathered: list[Passage] = []
    position = 0
    while position < len(passages):
        length = count_quoted(passages, position)
        texts = [passage.text for passage in passages[position : position + length]]
        gathered.append(replace(passages[position], text="\n\n".join(texts)))
        position += length
    return gathered


def count_quoted(passages: Sequence[Passage], position: int) -> int:
    """How many passages the quotation left open in this one takes to close; 1 when it never does."""
    first = passages[position]
    if first.role is not Role.TEXT or not find_spans(first.text)[1]:
        return 1
    text = first.text
    for length in range(2, MAX_QUOTED_PARAGRAPHS + 1):
        following = passages[position + length - 1 : position + length]
        if not following or following[0].role is not Role.TEXT or is_heading_in_capitals(following[0].text):
            return 1
        text += "\n\n" + following[0].text
        if not find_spans(text)[1]:
            return length
    return 1


def read_paragraph(text: str, index: NameIndex) -> Reading:
    reading = Reading()
    spans, is_open = find_spans(text)
    for span in spans:
        if span.start >= reading.cursor:
            read_span(reading, text, span, index)
    if is_open:
        reading.remarks.append(f"Des guillemets ne sont pas fermés{COLON}{shorten(text)}")
    close_reading(reading, text, spans)
    return reading


def read_span(reading: Reading, text: str, span: Span, index: NameIndex) -> None:
    last = reading.blocks[-1] if reading.blocks else None
    follows = isinstance(last, Quotation) and not has_letters(text[reading.cursor : span.start])
    attribution = attribute(text, reading.cursor, span, index, min_words=1 if follows else MIN_QUOTED_WORDS)
    if follows and isinstance(last, Quotation) and (attribution is None or attribution.is_pronoun):
        if attribution or not text[span.end : span.end + 3].lstrip(" ,\u00a0")[:1].islower():
            extend_quotation(reading, last, text, span, attribution)
    elif attribution:
        add_quotation(reading, text, span, attribution)


def add_quotation(reading: Reading, text: str, span: Span, attribution: Attribution) -> None:
    lead_end = span.start if attribution.keeps_lead else attribution.start
    reading.blocks += paragraphs(text[reading.cursor : lead_end])
    quotation = Quotation(span.text, attribution.speaker.name, attribution.speaker.office)
    reading.blocks.append(quotation)
    reading.remarks += describe(quotation, attribution.wording)
    move_past(reading, text, attribution.end)


def extend_quotation(reading: Reading, last: Quotation, text: str, span: Span, attribution: Attribution | None) -> None:
    """« A », a dit X. « B. » is one quotation in two pieces, by the same speaker."""
    stop = "" if reading.ends_with_comma or last.text.endswith((".", "!", "?", "…")) else "."
    reading.blocks[-1] = replace(last, text=f"{last.text}{stop} {span.text}")
    wording = f" ({attribution.wording})" if attribution else ""
    reading.remarks.append(
        f"Citation en deux morceaux réunis, ponctuation à vérifier{COLON}{shorten(last.text)}{wording}"
    )
    move_past(reading, text, attribution.end if attribution else span.end)


def move_past(reading: Reading, text: str, end: int) -> None:
    reading.cursor = end
    reading.ends_with_comma = "," in text[max(0, end - 2) : end]


def close_reading(reading: Reading, text: str, spans: list[Span]) -> None:
    """What is left of the paragraph; a paragraph that is one quotation and nothing else has no speaker."""
    whole = spans[0] if len(spans) == 1 and not reading.blocks else None
    if whole and whole.start == 0 and not has_letters(text[whole.end :]) and len(whole.text.split()) > 5:
        reading.blocks.append(Quotation(whole.text))
        reading.is_unattributed = True
    else:
        reading.blocks += paragraphs(text[reading.cursor :])


def paragraphs(text: str) -> list[Block]:
    pieces = (piece.strip() for piece in text.split("\n\n"))
    return [Paragraph(piece) for piece in pieces if has_letters(piece) or any(c.isdigit() for c in piece)]


def read_signature(passage: Passage, index: NameIndex) -> tuple[str, str] | None:
    """« – Prénom Nom, mairesse de X » under a quotation: the speaker and the office."""
    text = passage.text
    if text.startswith(DASHES):
        text = text[2:].strip()
    elif passage.role is not Role.ITEM:
        return None
    speaker = read_speaker(text, index) if len(text) < 160 else None
    return (speaker.name, speaker.office) if speaker and speaker.name else None


def describe(quotation: Quotation, wording: str) -> list[str]:
    """What was understood of a quotation; the wording of its attribution is shown, for it leaves the text."""
    who = ", ".join(part for part in (quotation.speaker, quotation.office) if part)
    remarks = [f"Citation de {who}, d’après {quoted(wording)}"]
    if not quotation.speaker:
        remarks = [ask_for_speaker(quotation, wording)]
    left = circumstances(wording)
    if len(left.split()) > 2:
        remarks.append(f"Fin de phrase non reprise, à replacer dans le texte au besoin{COLON}{left}")
    return remarks


def ask_for_speaker(quotation: Quotation, wording: str = "") -> str:
    known = f" (le texte dit {quoted(wording)})" if wording else ""
    return f"À compléter{COLON}le nom de la personne citée{known} dans {quoted(shorten(quotation.text))}"


def shorten(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"
