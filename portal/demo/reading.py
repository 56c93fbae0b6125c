"""Reads the demo's texts: TOML files, one table for each page, both variants in it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from home.legal import read_legal_pages

CONTENT = Path(__file__).parent / "content"
ORDER = ("home", "institutions", "delegations", "news", "standard")
"""Files by the beginning of their names: parents before the pages below them."""


def read_registry() -> dict[str, Any]:
    return tomllib.loads((CONTENT / "registry.toml").read_text(encoding="utf-8"))


def read_pages() -> list[dict[str, Any]]:
    """Every page of the demo, parents first; the legal pages are those of any new portal."""
    pages = []
    for prefix in ORDER:
        for path in sorted(CONTENT.glob(f"{prefix}*.toml")):
            pages.extend(tomllib.loads(path.read_text(encoding="utf-8"))["pages"])
    return [*pages, *read_legal_pages()]
