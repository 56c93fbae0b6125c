"""Open Graph and JSON-LD in the head of a page."""

from __future__ import annotations

from typing import Any

from django import template

from portal.content.page_head import PageHead

register = template.Library()


@register.inclusion_tag("components/page_head_tags.html")
def page_head(navigation: Any) -> dict[str, Any]:
    return {"head": PageHead(navigation), "url": navigation.canonical}
