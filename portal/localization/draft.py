"""A variant as decided so far, in memory: what its preview shows. Nothing here is ever saved."""

from __future__ import annotations

import re
from typing import Any

from wagtail_localize.models import Translation

from portal.localization.composition import compose
from portal.localization.segments import load_segments

OPENING, CLOSING = "\ue010", "\ue011"
"""Private characters that go round an undecided text through the templates, and come out as marks."""

INLINE = re.compile(r"</?(?:a|b|i|em|strong|sup|sub|span|br|mark|time)\b", re.IGNORECASE)
HIDDEN = re.compile(
    r'(<(head|script|style|textarea|title|svg|button)\b.*?</\2>|<span class="note__text".*?</span>)',
    re.IGNORECASE | re.DOTALL,
)
"""What is no text of the page: a note that explains a term stands within a segment and is none of it."""


def draft_variant(translation: Translation) -> Any:
    """The page as it would read if it were published now, undecided texts between OPENING and CLOSING."""
    texts = {
        (segment.path, segment.source_text): segment.text if segment.is_decided else f"{OPENING}{segment.text}{CLOSING}"
        for segment in load_segments(translation)
    }
    draft = translation.get_target_instance()
    compose(translation.source.as_instance(), draft, lambda *key: texts[key])
    return draft


def show_marks(html: str) -> str:
    """The page with a `<mark>` round each undecided text that can be seen, and no private character left."""
    parts, is_open = HIDDEN.split(html), False
    # Split by a pattern with two groups: text, hidden element, its name, text…
    for position in range(0, len(parts), 3):
        parts[position], is_open = _mark_text(parts[position], is_open)
    del parts[2::3]
    return re.sub(f"[{OPENING}{CLOSING}]", "", "".join(parts))


def _mark_text(html: str, is_open: bool) -> tuple[str, bool]:
    """A mark is closed at each tag and opened behind an inline one: a text that a template cut marks nothing else.

    With the text, whether an undecided one goes on behind it.
    """
    shown = []
    for piece in re.split(r"(<[^>]*>)", html):
        if piece.startswith("<"):
            is_open = is_open and bool(INLINE.match(piece))
            shown.append(piece)
            continue
        for text in re.split(f"([{OPENING}{CLOSING}])", piece):
            if text in (OPENING, CLOSING):
                is_open = text == OPENING
            elif text:
                shown.append(f"<mark>{text}</mark>" if is_open and text.strip() else text)
    return "".join(shown), is_open
