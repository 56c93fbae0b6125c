"""The chapô: which paragraph opens a page, and where a long one is cut."""

from __future__ import annotations

from dataclasses import dataclass

from .attributions import SENTENCE_END, follows_abbreviation
from .quotation_marks import find_spans

MAX_LENGTH = 500
MIN_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Opening:
    """`introduction` may be empty; `rest` is what goes back to the body."""

    introduction: str
    rest: str
    remark: str


def open_with(text: str) -> Opening:
    """A first paragraph as chapô; a long one is cut at the last sentence end that fits."""
    if len(text) <= MAX_LENGTH:
        return Opening(text, "", "Chapô repris du premier paragraphe.")
    end = find_cut(text)
    if end is None:
        return Opening("", text, "Le premier paragraphe est trop long pour un chapô. Écrivez-en un.")
    remark = "Le premier paragraphe est long. Ses premières phrases forment le chapô, le reste ouvre le texte."
    return Opening(text[:end], text[end:].strip(), remark)


def find_cut(text: str) -> int | None:
    """The last sentence end between the two lengths that is not inside a quotation."""
    head = text[: MAX_LENGTH + 1]
    quoted = [(span.start, span.end) for span in find_spans(text)[0]]
    cuts = [
        match.end()
        for match in SENTENCE_END.finditer(head)
        if MIN_LENGTH <= match.end() <= MAX_LENGTH
        and match.end() < len(head)
        and not follows_abbreviation(head, match.start())
        and not any(start < match.end() < end for start, end in quoted)
    ]
    return cuts[-1] if cuts else None
