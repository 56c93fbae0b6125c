"""Reads the demo's texts the way its tests look at them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import portal.demo
from home.legal import LEGAL

CONTENT = Path(portal.demo.__file__).parent / "content"
VARIANTS = {"fr-CA": "_fr_ca", "fr-FR": "_fr_fr"}
FILES = {
    path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in [*sorted(CONTENT.glob("*.toml")), LEGAL]
}
REGISTRY = FILES["registry.toml"]
PAGES: dict[str, dict[str, Any]] = {page["slug"]: page for file in FILES.values() for page in file.get("pages", [])}
ROW_MODELS = {
    "members": "news.DelegationMember",
    "stops": "news.DelegationStop",
    "fundings": "news.DelegationFunding",
    "commitments": "news.DelegationCommitment",
    "contacts": "news.InstitutionContact",
}
# What a block says by keys and addresses rather than by words.
REFERENCES = {"type", "image", "page", "url"}


def texts(value: Any) -> Iterator[str]:
    """Every text in a tree of tables and lists, references left out."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in REFERENCES:
                yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def values_of(tree: Any, wanted: str) -> Iterator[Any]:
    """Every value that a tree holds under a key."""
    if isinstance(tree, dict):
        for key, item in tree.items():
            if key == wanted:
                yield item
            yield from values_of(item, wanted)
    elif isinstance(tree, list):
        for item in tree:
            yield from values_of(item, wanted)


def prose(variant: str) -> Iterator[tuple[str, str]]:
    """Where a text stands and the text itself, for all that is written in one variant."""
    for slug, page in PAGES.items():
        for text in texts(page[variant]):
            yield slug, text
        for text in texts(list(values_by_suffix(page, VARIANTS[variant]))):
            yield slug, text
    for text in texts(list(values_by_suffix(REGISTRY, VARIANTS[variant]))):
        yield "registry", text


def values_by_suffix(tree: Any, suffix: str) -> Iterator[Any]:
    if isinstance(tree, dict):
        for key, item in tree.items():
            if key.endswith(suffix):
                yield item
            else:
                yield from values_by_suffix(item, suffix)
    elif isinstance(tree, list):
        for item in tree:
            yield from values_by_suffix(item, suffix)


def without_tags(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def is_example(page: dict[str, Any]) -> bool:
    return "exemple" in page["fr-CA"]["title"].lower()
