"""The sitemap of both trees: each published page, when it changed, its counterpart. Wagtail's own knows one tree."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.models import Page

from portal import locales
from portal.content.archives import without_archived
from portal.content.machines import conditional
from portal.content.registry import open_to_all
from portal.content.routing import home_pages

Homes = dict[str, tuple[str, str]]
"""By language code: the path of the home page in the tree, and its whole address."""

PAGES_PER_FILE = 5_000
NAMESPACES = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}
COLUMNS = ("path", "url_path", "translation_key", "locale__language_code", "last_published_at")


@dataclass(frozen=True)
class Entry:
    address: str
    changed_at: dt.datetime | None = None
    alternates: dict[str, str] = field(default_factory=dict)
    """Address by hreflang, the page's own included."""


@conditional
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Names the files of the sitemap: one for each PAGES_PER_FILE pages, at least one."""
    files = max(1, -(-_pages().count() // PAGES_PER_FILE))
    addresses = [request.build_absolute_uri(reverse("sitemap", args=[number])) for number in range(1, files + 1)]
    return _answer("sitemapindex", "sitemap", [Entry(address) for address in addresses])


@conditional
def sitemap(request: HttpRequest, number: int) -> HttpResponse:
    """One file of the sitemap, numbered from 1; the first one opens with the neutral page."""
    start = (number - 1) * PAGES_PER_FILE
    listed = _pages()[start : start + PAGES_PER_FILE] if number else _pages().none()
    rows = list(listed.values(*COLUMNS))
    if not rows and number != 1:
        raise Http404
    origin = request.build_absolute_uri("/").rstrip("/")
    homes = {code: (home.url_path, f"{origin}/{code}/") for code, home in home_pages().items()}
    family = _addresses(_pages().filter(translation_key__in=[row["translation_key"] for row in rows]), homes)
    neutral = {"x-default": f"{origin}/"}
    entries = [
        Entry(_address(row, homes), row["last_published_at"], {**family[row["translation_key"]], **neutral})
        for row in rows
    ]
    if number == 1:
        doors = {_tag(code): address for code, (_, address) in sorted(homes.items())}
        entries.insert(0, Entry(f"{origin}/", alternates={**doors, **neutral}))
    return _answer("urlset", "url", entries)


def _pages() -> Any:
    """What may be listed: published, open to all, not archived, below one of the homes, not an alias."""
    below = Q(pk__in=[])
    for code, home in home_pages().items():
        below |= Q(path__startswith=home.path, locale__language_code=code)
    return without_archived(open_to_all(Page.objects)).filter(below, alias_of=None).order_by("path")


def _addresses(pages: Any, homes: Homes) -> dict[Any, dict[str, str]]:
    """By translation key, then by hreflang."""
    family: dict[Any, dict[str, str]] = {}
    for row in pages.order_by("locale__language_code").values(*COLUMNS):
        family.setdefault(row["translation_key"], {})[_tag(row["locale__language_code"])] = _address(row, homes)
    return family


def _address(row: dict[str, Any], homes: Homes) -> str:
    home_path, home_address = homes[row["locale__language_code"]]
    return home_address + str(row["url_path"]).removeprefix(home_path)


def _tag(code: str) -> str:
    locale = locales.by_code(code)
    return locale.tag if locale else code


def _answer(root: str, node: str, entries: list[Entry]) -> HttpResponse:
    written = io.StringIO()
    xml = SimplerXMLGenerator(written, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl(NAMESPACES))
    for entry in entries:
        xml.startElement(node, AttributesImpl({}))
        xml.addQuickElement("loc", entry.address)
        if entry.changed_at:
            xml.addQuickElement("lastmod", entry.changed_at.isoformat(timespec="seconds"))
        for tag, address in entry.alternates.items():
            xml.addQuickElement("xhtml:link", None, {"rel": "alternate", "hreflang": tag, "href": address})
        xml.endElement(node)
    xml.endElement(root)
    return HttpResponse(written.getvalue(), content_type="application/xml; charset=utf-8")
