"""What the head of a page tells those who share it and those who index it: Open Graph and JSON-LD."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.images.models import Filter

from portal.content.models.images import PortalRendition
from portal.content.pictures import SHARE_FILTER
from portal.content.share_picture import HEIGHT, WIDTH
from portal.content.structured_data import as_script_content, breadcrumb


@dataclass(frozen=True)
class SharePicture:
    url: str
    width: int
    height: int
    alt: str
    content_type: str


class PageHead:
    """Reads from the request's navigation, which knows the page, its ancestors and its variants."""

    def __init__(self, navigation: Any) -> None:
        self.navigation = navigation
        self.page = navigation.page
        self.request = navigation.request
        self.picture = self._page_picture() or self._drawn_picture()

    @property
    def title(self) -> str:
        return str(self.page.seo_title or self.page.title)

    @property
    def description(self) -> str:
        return str(self.page.search_description or self.page.introduction)

    @property
    def locale(self) -> str:
        return str(self.page.portal_locale.babel)

    @property
    def other_locales(self) -> list[str]:
        """Those in which the page is published too."""
        return [link.locale.babel for link in self.navigation.variants if link.is_same_page and not link.is_current]

    @property
    def json_ld(self) -> SafeString:
        described = self.page.describe(self.navigation.canonical, self.picture.url)
        pages = [*self.navigation.ancestors, self.page]
        trail = [(page.title, self._whole(page.get_url(self.request))) for page in pages]
        return as_script_content([*described, *([breadcrumb(trail)] if len(trail) > 1 else [])])

    def _page_picture(self) -> SharePicture | None:
        """The page's own, once the background has made it: nobody waits for a rendition."""
        image = self.page.image
        if image is None:
            return None
        try:
            found = image.find_existing_rendition(Filter(SHARE_FILTER))
        except PortalRendition.DoesNotExist:
            return None
        return SharePicture(self._whole(found.url), found.width, found.height, self.page.image_alt_text, "image/jpeg")

    def _drawn_picture(self) -> SharePicture:
        path = reverse("share_picture", args=[self.page.translation_key])
        alt = f"{self.page.title}. Dessin : les lignes des Appalaches et des Pyrénées."
        return SharePicture(self._whole(path), WIDTH, HEIGHT, alt, "image/png")

    def _whole(self, path: str | None) -> str:
        address: str = self.request.build_absolute_uri(path)
        return address
