"""From the demo's blocks to StreamField values, with ids that are the same in both variants and at each build."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable
from typing import Any

NAMESPACE = uuid.UUID("6f0e9a52-7a56-5d0b-9c0e-5b3a6f3c2a10")

PageId = Callable[[str], int]
ImageId = Callable[[str], int]


def stable_id(*parts: object) -> str:
    return str(uuid.uuid5(NAMESPACE, "/".join(str(part) for part in parts)))


def rich_text(html: str, page_id: PageId) -> str:
    """Puts the id of the page in the place of data-slug."""
    return re.sub(r'data-slug="([^"]+)"', lambda match: f'id="{page_id(match[1])}"', html)


class StreamBuilder:
    """Builds the streams of one page."""

    def __init__(self, slug: str, page_id: PageId, image_id: ImageId) -> None:
        self.slug = slug
        self.page_id = page_id
        self.image_id = image_id

    def build(self, field: str, blocks: list[dict[str, Any]]) -> str:
        """The stream as JSON, as StreamField reads it."""
        return json.dumps(
            [
                {
                    "type": block["type"],
                    "id": stable_id(self.slug, field, number),
                    "value": self._value(block, f"{field}/{number}"),
                }
                for number, block in enumerate(blocks)
            ]
        )

    def _value(self, block: dict[str, Any], place: str) -> Any:
        facts = {name: value for name, value in block.items() if name != "type"}
        match block["type"]:
            case "text":
                return rich_text(block["html"], self.page_id)
            case "picture":
                return self._picture(facts)
            case "gallery":
                return {"pictures": self._items(place, [self._picture(picture) for picture in block["pictures"]])}
            case "key_figures":
                return {"figures": self._items(place, block["figures"])}
            case "link_list":
                links = [self._link(link) for link in block["links"]]
                return {"heading": block.get("heading", ""), "links": self._items(place, links)}
            case "call_out":
                return {"heading": block.get("heading", ""), "text": rich_text(block["text"], self.page_id)}
            case _:
                return facts

    def _items(self, place: str, values: list[Any]) -> list[dict[str, Any]]:
        return [
            {"type": "item", "id": stable_id(self.slug, place, number), "value": value}
            for number, value in enumerate(values)
        ]

    def _picture(self, facts: dict[str, Any]) -> dict[str, Any]:
        image = {"image": self.image_id(facts["image"]), "alt_text": facts["alt_text"], "decorative": False}
        return {"image": image, "caption": facts.get("caption", "")}

    def _link(self, facts: dict[str, Any]) -> dict[str, Any]:
        page = self.page_id(facts["page"]) if "page" in facts else None
        return {"label": facts["label"], "page": page, "url": facts.get("url", "")}
