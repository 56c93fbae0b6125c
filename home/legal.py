"""The pages that the law asks for: their texts, and how a new portal gets them."""

from __future__ import annotations

import json
import tomllib
import uuid
from pathlib import Path
from typing import Any

from home.models import HomePage, StandardPage

LEGAL = Path(__file__).parent / "content" / "legal.toml"


def read_legal_pages() -> list[dict[str, Any]]:
    """One table for each page, both variants in it, as the demo's."""
    pages: list[dict[str, Any]] = tomllib.loads(LEGAL.read_text(encoding="utf-8"))["pages"]
    return pages


def build_legal_pages(home: HomePage) -> None:
    """Publishes those that are missing below a home page; one that is there is the cities' own by now."""
    for entry in read_legal_pages():
        if home.get_children().filter(slug=entry["slug"]).exists():
            continue
        words = entry[home.portal_locale.tag]
        page = StandardPage(
            title=words["title"],
            slug=entry["slug"],
            introduction=words["introduction"],
            body=_stream(words["body"]),
            locale=home.locale,
            lead_city=home.lead_city,
            live=False,
        )
        home.add_child(instance=page)
        page.save_revision().publish()


def _stream(blocks: list[dict[str, Any]]) -> str:
    return json.dumps([{"type": block["type"], "id": str(uuid.uuid4()), "value": _value(block)} for block in blocks])


def _value(block: dict[str, Any]) -> Any:
    if block["type"] == "text":
        return block["html"]
    return {name: value for name, value in block.items() if name != "type"} or None
