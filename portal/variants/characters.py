"""Characters that the eye cannot tell apart, by name: none of them stands literally anywhere in the code."""

from __future__ import annotations

NBSP = "\u00a0"
NNBSP = "\u202f"
THIN = "\u2009"
FIGURE = "\u2007"
APOSTROPHE = "\u2019"

# Blanks that may stand between two words of one line; a character class without its brackets.
BLANKS = f" {NBSP}{NNBSP}{THIN}{FIGURE}"
BLANK = f"[{BLANKS}]"
APOSTROPHES = f"'{APOSTROPHE}"
HYPHENS = "-\u2010\u2011"
