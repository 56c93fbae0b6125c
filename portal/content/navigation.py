"""What stands around a page: menu, variant switch, alternates, breadcrumb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from portal import locales


@dataclass(frozen=True)
class VariantLink:
    """One entry of the variant switch. `is_same_page` is False when it leads to the nearest published ancestor."""

    locale: locales.PortalLocale
    url: str
    is_current: bool
    is_same_page: bool


class Navigation:
    """Computed lazily, a fixed number of queries whatever the page."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def locale(self) -> locales.PortalLocale | None:
        return getattr(self.request, "portal_locale", None)

    @cached_property
    def home(self) -> Page | None:
        """The home page of the reader's tree."""
        return self.homes.get(self.locale.code) if self.locale else None

    @cached_property
    def homes(self) -> dict[str, Page]:
        site = Site.find_for_request(self.request)
        if site is None:
            return {}
        pages = Page.objects.live().filter(translation_key=site.root_page.translation_key).select_related("locale")
        return {page.locale.language_code: page for page in pages}

    @cached_property
    def menu(self) -> list[Page]:
        """Pages below home that are shown in menus, in the order of the tree."""
        return list(self.home.get_children().live().in_menu()) if self.home else []

    @cached_property
    def page(self) -> Any:
        return getattr(self.request, "portal_page", None)

    @cached_property
    def ancestors(self) -> list[Page]:
        """From home down to the parent of the page, for the breadcrumb."""
        if self.page is None:
            return []
        return list(self.page.get_ancestors().live().filter(depth__gte=2).select_related("locale"))

    @cached_property
    def _lineage(self) -> list[Page]:
        return [*self.ancestors, self.page] if self.page is not None else []

    @cached_property
    def _published_elsewhere(self) -> dict[Any, Page]:
        """Published pages of the other tree that are the page or one of its ancestors, by translation key."""
        keys = [page.translation_key for page in self._lineage]
        if not keys or self.locale is None:
            return {}
        other = locales.other(self.locale)
        found = Page.objects.live().filter(translation_key__in=keys, locale__language_code=other.code)
        return {page.translation_key: page for page in found.select_related("locale")}

    @cached_property
    def variants(self) -> list[VariantLink]:
        """The variant switch: Québec first, then France, as in the table of locales."""
        return [self._variant_link(locale) for locale in locales.LOCALES]

    def _variant_link(self, locale: locales.PortalLocale) -> VariantLink:
        home_url = f"/{locale.code}/"
        if locale is self.locale:
            url = self.page.get_url(self.request) if self.page is not None else home_url
            return VariantLink(locale, url or home_url, is_current=True, is_same_page=True)
        for page in reversed(self._lineage):
            if counterpart := self._published_elsewhere.get(page.translation_key):
                url = counterpart.get_url(self.request) or home_url
                return VariantLink(locale, url, is_current=False, is_same_page=page is self.page)
        return VariantLink(locale, home_url, is_current=False, is_same_page=self.page is None)

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """hreflang and absolute address of each published variant of the page, and x-default: the neutral page."""
        if self.page is None:
            return []
        pairs = [
            (link.locale.tag, self.request.build_absolute_uri(link.url)) for link in self.variants if link.is_same_page
        ]
        return [*pairs, ("x-default", self.request.build_absolute_uri(reverse("neutral")))]

    @cached_property
    def canonical(self) -> str:
        """The page's own address; the number of a list's page is kept, its filters are not."""
        if self.page is None:
            return ""
        url = self.request.build_absolute_uri(self.page.get_url(self.request))
        number = self.request.GET.get("page", "")
        return f"{url}?page={number}" if number.isdigit() and number != "1" else url

    @cached_property
    def footer_pages(self) -> list[Page]:
        """Pages below home that stand in no menu: legal notice, privacy and the like."""
        if not self.home:
            return []
        return list(self.home.get_children().live().filter(show_in_menus=False))
