"""What the portal changes in Wagtail's rich text."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from portal.content.rich_text import PortalPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: Any) -> None:
    features.register_link_type(PortalPageLinkHandler)
