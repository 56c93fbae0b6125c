"""Words compared without case, accents or ligatures."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """« Délégation » and « DELEGATION » give the same text; « œ » counts as « oe »."""
    spelled = word.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))


def has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text)


def is_in_capitals(text: str) -> bool:
    """No lowercase letter, and at least one word of three letters in capitals."""
    if len(text) < 3 or text != text.upper():
        return False
    return any(sum(c.isupper() for c in word) >= 3 for word in WORD.findall(text))
