"""The characters that remarks are written with; the author's own typography is never touched."""

from __future__ import annotations

NBSP = "\u00a0"
COLON = f"{NBSP}: "


def quoted(text: str) -> str:
    """The text between guillemets, for a remark."""
    return f"«{NBSP}{text}{NBSP}»"
