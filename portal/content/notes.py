"""Notes at the first mention of a word that the reader's side does not know: found when a page is shown, never stored.

Only a variant has notes: its text came from the other side, whose words the engine left standing. A source speaks to
its own side. What machines read (feeds, search, structured data) takes the prose as it is stored, without notes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from portal.content.glossary import glossary, lexicon_by_key
from portal.content.links import current_request
from portal.content.navigation import Navigation
from portal.variants import Confidence
from portal.variants.segment import Segment
from portal.variants.vocabulary import vocabulary_for

_SHELTERED = re.compile(r"<(a|h[1-6]|blockquote|q|code|button|summary)\b[^<>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
"""Where no note goes: a link and a heading already are something else, a quotation is somebody's own."""
_NAME = "vocabulary:"


def annotate(text: str) -> SafeString:
    """The text, safe HTML or plain, with a note behind each glossed term that the page has not explained yet."""
    safe = conditional_escape(text)
    request = current_request.get()
    page = getattr(request, "portal_page", None)
    if page is None or not page.is_variant:
        return safe
    html = unicodedata.normalize("NFC", safe)
    parts, position = [], 0
    for end, note in _find_notes(html, request, page):
        parts += [html[position:end], note]
        position = end
    return mark_safe("".join([*parts, html[position:]]))


def _find_notes(html: str, request: Any, page: Any) -> list[tuple[int, str]]:
    """Where each note stands in the text, and its HTML. What is explained is remembered on the request."""
    here = page.portal_locale
    explained: dict[str, None] = request.__dict__.setdefault("portal_explained", {})
    lines = lexicon_by_key(here)
    notes = []
    segment = Segment(_SHELTERED.sub(_seal, html))
    for proposal in vocabulary_for(here.variant.other, glossary(here)).find(segment, set()):
        line = lines.get(proposal.rule.removeprefix(_NAME))
        meaning = line and line.meaning_of(here.variant.other)
        if proposal.confidence is not Confidence.GLOSS or not line or not meaning or line.key in explained:
            continue
        explained[line.key] = None
        notes.append((proposal.end, _render(proposal.original, meaning, line.anchor, len(explained), request)))
    return notes


def _seal(match: re.Match[str]) -> str:
    """A tag of the same length, which the engine passes over."""
    return f"<!{'x' * (len(match[0]) - 3)}>"


def _render(term: str, meaning: str, anchor: str, number: int, request: Any) -> str:
    url = _lexicon_address(request)
    context = {"term": term, "meaning": meaning, "number": number, "url": f"{url}#{anchor}" if url else ""}
    return render_to_string("components/note.html", context).strip()


def _lexicon_address(request: Any) -> str:
    """Where the lexicon is published in the reader's tree; empty when it is not."""
    pages = Navigation.of(request).below_home
    lexicon = next((page for page in pages if page.cached_content_type.model == "lexiconpage"), None)
    return (lexicon.get_url(request) if lexicon else None) or ""
