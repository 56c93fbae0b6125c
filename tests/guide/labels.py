"""Every text that a screen can show: in templates, in Python strings, in the catalogs. The guide's own are left out."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import polib
import wagtail

ROOT = Path(__file__).resolve().parent.parent.parent
TAG = re.compile(r"<[^>]*>|{%.*?%}|{#.*?#}", re.DOTALL)
VARIABLE = re.compile(r"{{.*?}}|%\(\w+\)s|{\w*}")
QUOTED = re.compile(r"\"([^\"<>{}]+)\"")
COMPLETED = re.compile(r"\"([^\"]+)\"\|add:")
LEFT_OUT = {"guide", "demo", "migrations"}
"""Folders of Python that quote the screens and are none."""
HOLE = "…"
"""Where a screen writes a name, the guide writes an ellipsis."""


def plain(text: str) -> str:
    """As one reads it: no matter which apostrophe, which space, which case."""
    words = text.replace("'", "’").replace("\u00a0", " ").replace("\u202f", " ").casefold().split()
    return " ".join(words).replace(f" {HOLE}", HOLE)


@cache
def labels() -> frozenset[str]:
    found = {*_from_templates(), *_from_python(), *_from_catalogs()}
    return frozenset(plain(VARIABLE.sub(HOLE, text)) for text in found)


def _from_templates() -> set[str]:
    texts = set()
    for path in (ROOT / "templates").glob("**/*.html"):
        if path.relative_to(ROOT / "templates").parts[0] != "guide":
            source = path.read_text(encoding="utf-8")
            texts.update(TAG.sub("\n", VARIABLE.sub(HOLE, source)).splitlines())
            texts.update(QUOTED.findall(source))
            texts.update(f"{begun}{HOLE}" for begun in COMPLETED.findall(source))
    return texts


def _from_python() -> set[str]:
    texts = set()
    for folder in ("portal", "news", "home"):
        for path in (ROOT / folder).glob("**/*.py"):
            if not LEFT_OUT & set(path.relative_to(ROOT).parts):
                tree = ast.parse(path.read_text(encoding="utf-8"))
                texts.update(
                    node.value
                    for node in ast.walk(tree)
                    if isinstance(node, ast.Constant) and isinstance(node.value, str)
                )
    return texts


def _from_catalogs() -> set[str]:
    own = (ROOT / "portal" / "locale").glob("*/LC_MESSAGES/*.po")
    wagtails = Path(wagtail.__file__).parent.glob("**/locale/fr/LC_MESSAGES/*.mo")
    entries = [
        *(entry for path in own for entry in polib.pofile(str(path))),
        *(entry for path in wagtails for entry in polib.mofile(str(path))),
    ]
    return {entry.msgstr for entry in entries}
