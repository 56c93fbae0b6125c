"""Reads a source page as an editor of its city would: what belongs to the other variant, what breaks either norm."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.fields import StreamField
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal import locales
from portal.localization.changes import words_of
from portal.localization.glossary.approved import approved_glossary
from portal.localization.segments import is_verbatim
from portal.localization.wording import field_label
from portal.variants import Confidence, Proposal, check, explain

MAX_CHARACTERS = 60_000
"""Beyond, a page is read up to there."""
CHARACTERS_AROUND = 45
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Finding:
    """One thing to look at again: where it stands, what is wrong, what to write instead."""

    place: str
    explanation: str
    before: str = ""
    passage: str = ""
    after: str = ""
    suggestion: str | None = None
    is_sure: bool = True


def check_french(page: Any) -> Iterator[Finding]:
    """The findings on the prose of a page as it is in memory, in its order: one query."""
    locale = locales.by_code(page.locale.language_code)
    if locale is None:
        return
    glossary = approved_glossary(locale.variant)
    kinds = _block_kinds(page)
    room = MAX_CHARACTERS
    for path, text in _prose(page):
        room -= len(text)
        if room < 0:
            return
        is_quotation = is_verbatim(".".join(kinds.get(part, part) for part in path.split(".")))
        for proposal in check(text, locale.variant, glossary):
            if not (is_quotation and _changes_words(proposal)):
                yield _finding(field_label(page, path), text, proposal, locale)


def _block_kinds(page: Any) -> dict[str, str]:
    """By its id, the kind of each block that a stream of the page is made of."""
    streams = (getattr(page, field.name) for field in page._meta.get_fields() if isinstance(field, StreamField))
    return {block.id: block.block_type for stream in streams for block in stream}


def _prose(page: Any) -> Iterator[tuple[str, str]]:
    """The path and the inline HTML of each segment."""
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            yield segment.path, unicodedata.normalize("NFC", segment.string.data)


def _changes_words(proposal: Proposal) -> bool:
    """Whether it touches more than typography: what a person said is not ours to word."""
    return proposal.replacement is None or words_of(proposal.original) != words_of(proposal.replacement)


def _finding(place: str, text: str, proposal: Proposal, locale: locales.PortalLocale) -> Finding:
    return Finding(
        place=place,
        explanation=explain(proposal, locale.variant),
        before=_plain(text[: proposal.start])[-CHARACTERS_AROUND:],
        passage=_plain(proposal.original),
        after=_plain(text[proposal.end :])[:CHARACTERS_AROUND],
        suggestion=None if proposal.replacement is None else _plain(proposal.replacement),
        is_sure=proposal.confidence is Confidence.CERTAIN,
    )


def _plain(html: str) -> str:
    return _TAG.sub("", html)
