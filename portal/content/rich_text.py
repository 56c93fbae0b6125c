"""Links between pages in rich text."""

from __future__ import annotations

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from portal.content.links import current_request
from portal.content.navigation import Navigation

MAX_DIGITS = 19
"""What a database takes for an integer."""


class PortalPageLinkHandler(PageLinkHandler):
    """A link in rich text leads to the page in the reader's variant; a page that is not published there is no link.

    Wagtail's own takes three queries for each link.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        request = current_request.get()
        if request is None:
            return list(super().expand_db_attributes_many(attrs_list))
        navigation = Navigation.of(request)
        ids = [_page_id(attrs.get("id", "")) for attrs in attrs_list]
        navigation.link_to(ids)
        urls = [navigation.address_of(pk) for pk in ids]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]


def _page_id(text: str) -> int:
    """The id in a link; 0, which no page has, for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MAX_DIGITS else 0
