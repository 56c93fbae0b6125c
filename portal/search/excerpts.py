"""The passage of a page that answers a query, its words marked. Everything else is escaped."""

from __future__ import annotations

import re
import unicodedata

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from portal.search.words import ELISIONS, fold, stem

LENGTH = 260
SPACE_BEFORE = 60
SINGLE = re.compile(r"[^\W_]+")
MAX_MATCHES = 400


class Marker:
    """Marks the words of a query, whatever their form, their accents or their number."""

    def __init__(self, looked_for: set[str]) -> None:
        self.stems = {stem(word) for word in looked_for}

    def mark(self, text: str) -> SafeString:
        """The whole text, escaped, each word of the query in a <mark>."""
        marked, end = [], 0
        for start, stop in self._places(text):
            marked += [escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>"]
            end = stop
        return mark_safe("".join([*marked, escape(text[end:])]))

    def excerpt(self, text: str) -> SafeString:
        """Where most of the query's words stand together; the beginning when none does."""
        plain = " ".join(unicodedata.normalize("NFC", text).split())
        start = self._best_start(plain)
        begin = plain.rfind(" ", 0, start) + 1 if start else 0
        stop = len(plain) if len(plain) - begin <= LENGTH else plain.rfind(" ", begin, begin + LENGTH)
        stop = stop if stop > begin else begin + LENGTH
        passage = self.mark(plain[begin:stop].strip())
        return mark_safe(f"{'… ' if begin else ''}{passage}{' …' if stop < len(plain) else ''}")

    def _best_start(self, text: str) -> int:
        places = [(start, stem(fold(text[start:stop]))) for start, stop in self._places(text)][:MAX_MATCHES]
        best, most = 0, 0
        for start, _ in places:
            window = {found for place, found in places if start <= place < start + LENGTH - SPACE_BEFORE}
            if len(window) > most:
                best, most = start, len(window)
        return max(0, best - SPACE_BEFORE) if best > LENGTH - SPACE_BEFORE else 0

    def _places(self, text: str) -> list[tuple[int, int]]:
        if not self.stems:
            return []
        return [match.span() for match in SINGLE.finditer(text) if self._is_looked_for(fold(match.group()))]

    def _is_looked_for(self, word: str) -> bool:
        return word not in ELISIONS and stem(word) in self.stems
