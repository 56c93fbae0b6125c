"""What stands around a page: menu, variant switch, alternates, breadcrumb."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import override
from wagtail.models import Page

from portal import locales
from portal.content.archives import without_archived
from portal.content.kept import kept


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
        self._linked_ids: set[int] = set()

    @classmethod
    def of(cls, request: Any) -> Navigation:
        """The navigation of a request: the same object for context, templates and rich text."""
        if not hasattr(request, "portal_navigation"):
            request.portal_navigation = cls(request)
        found: Navigation = request.portal_navigation
        return found

    def link_to(self, page_ids: Iterable[int | None]) -> None:
        """Announces pages of either tree that will be linked to, so that one query finds them all."""
        new = {pk for pk in page_ids if pk} - self._linked_ids
        if new:
            self._linked_ids |= new
            self.__dict__.pop("_family", None)

    def page_for_reader(self, page_id: int | None) -> Page | None:
        """The published counterpart, in the reader's tree, of a page of either tree; None when there is none."""
        if page_id is None or self.locale is None:
            return None
        self.link_to([page_id])
        key = next((page.translation_key for page in self._family if page.pk == page_id), None)
        return next(
            (
                page
                for page in self._family
                if page.translation_key == key and page.live and page.locale.language_code == self.locale.code
            ),
            None,
        )

    def address_of(self, page_id: int) -> str:
        """Where a link to a page of either tree leads its reader; empty when nothing is published there."""
        page = self.page_for_reader(page_id)
        return (page.get_url(self.request) if page else None) or ""

    @cached_property
    def locale(self) -> locales.PortalLocale | None:
        return getattr(self.request, "portal_locale", None)

    @cached_property
    def menu(self) -> list[Page]:
        """Pages below home that are shown in menus, in the order of the tree. Kept: not to be changed."""
        return [page for page in self.below_home if page.show_in_menus]

    @cached_property
    def footer_pages(self) -> list[Page]:
        """Pages below home that stand in no menu: legal notice, privacy and the like. Kept: not to be changed."""
        return [page for page in self.below_home if not page.show_in_menus]

    @cached_property
    def below_home(self) -> list[Page]:
        """All of them, in the order of the tree. Kept: not to be changed."""
        if self.locale is None:
            return []
        code = self.locale.code
        return kept(f"below_home_{code}", lambda: _pages_below_home(code))

    @cached_property
    def page(self) -> Any:
        return getattr(self.request, "portal_page", None)

    @cached_property
    def ancestors(self) -> list[Page]:
        """From home down to the parent of the page, for the breadcrumb."""
        if self.page is None or self.page.path is None:
            return []
        paths = _ancestor_paths(self.page.path)
        return sorted((page for page in self._family if page.path in paths and page.live), key=lambda page: page.depth)

    @cached_property
    def _family(self) -> list[Page]:
        """In one query: the page's ancestors and the pages it links to, with the counterparts of all of them."""
        near = Q(pk__in=self._linked_ids)
        own = Q(pk__in=[])
        if self.page is not None and self.page.path:
            near |= Q(path__in=_ancestor_paths(self.page.path))
            own = Q(translation_key=self.page.translation_key)
        keys = Page.objects.filter(near).values("translation_key")
        return list(Page.objects.filter(Q(translation_key__in=keys) | own).select_related("locale"))

    @cached_property
    def _lineage(self) -> list[Page]:
        return [*self.ancestors, self.page] if self.page is not None else []

    @cached_property
    def _published_elsewhere(self) -> dict[Any, Page]:
        """Published pages of the other tree that are the page or one of its ancestors, by translation key."""
        if self.page is None or self.locale is None:
            return {}
        other = locales.other(self.locale)
        return {
            page.translation_key: page for page in self._family if page.live and page.locale.language_code == other.code
        }

    @property
    def counterpart(self) -> Page | None:
        """The same page in the other tree, when it is published there."""
        return self._published_elsewhere.get(self.page.translation_key) if self.page is not None else None

    @cached_property
    def variants(self) -> list[VariantLink]:
        """The variant switch: Québec first, then France, as in the table of locales."""
        return [self._variant_link(locale) for locale in locales.LOCALES]

    def _variant_link(self, locale: locales.PortalLocale) -> VariantLink:
        home_url = f"/{locale.code}/"
        if self.page is None and (url := self._view_address(locale)):
            return VariantLink(locale, url, is_current=locale is self.locale, is_same_page=True)
        if locale is self.locale:
            url = self.page.get_url(self.request) if self.page is not None else home_url
            return VariantLink(locale, url or home_url, is_current=True, is_same_page=True)
        for page in reversed(self._lineage):
            if counterpart := self._published_elsewhere.get(page.translation_key):
                url = counterpart.get_url(self.request) or home_url
                return VariantLink(locale, url, is_current=False, is_same_page=page is self.page)
        return VariantLink(locale, home_url, is_current=False, is_same_page=self.page is None)

    def _view_address(self, locale: locales.PortalLocale) -> str:
        """The address, in a variant, of a screen that is no page of the tree, such as the contact form; or nothing."""
        match = self.request.resolver_match
        if self.locale is None or match is None or match.view_name == "wagtail_serve":
            return ""
        with override(locale.code):
            path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        # What a screen was asked for, when it says that its address carries it.
        query = getattr(self.request, "portal_query_string", "")
        return f"{path}?{query}" if query else path

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
    def machine_links(self) -> list[dict[str, str]]:
        """The feeds and calendars of the page: `title`, `content_type`, `url`."""
        links = self.page.get_machine_links() if self.page is not None else []
        return [
            {
                "title": link.title,
                "content_type": link.content_type,
                "url": self.request.build_absolute_uri(link.path),
            }
            for link in links
        ]

    @cached_property
    def canonical(self) -> str:
        """The page's own address; the number of a list's page is kept, its filters are not."""
        if self.page is None:
            return ""
        url = self.request.build_absolute_uri(self.page.get_url(self.request))
        number = self.request.GET.get("page", "")
        is_number = re.fullmatch("[1-9][0-9]{0,3}", number) is not None
        return f"{url}?page={number}" if is_number and number != "1" else url


def _pages_below_home(code: str) -> list[Page]:
    children = without_archived(Page.objects.live()).filter(depth=3, locale__language_code=code)
    return list(children.select_related("locale").order_by("path"))


def _ancestor_paths(path: str) -> list[str]:
    """Tree paths from home down to the parent."""
    return [path[:end] for end in range(2 * Page.steplen, len(path), Page.steplen)]
