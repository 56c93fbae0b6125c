"""From the address that a citizen names to the page and to the city that answers for it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest

from portal import locales
from portal.content.routing import find_route
from portal.twinning.models import City


def local_path(text: str, request: HttpRequest) -> str | None:
    """The path of an address of this portal, its query left out; None for any other address."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    is_here = not parts.netloc or (parts.scheme in ("http", "https") and parts.netloc == request.get_host())
    is_path = parts.path.startswith("/") and not parts.path.startswith("//") and "\\" not in parts.path
    return parts.path if is_here and is_path else None


def find_page(path: str) -> Any:
    """The published page at a path, or None."""
    code, _, rest = unquote(path).strip("/").partition("/")
    locale = locales.by_code(code)
    route = find_route(SimpleNamespace(portal_locale=locale), rest) if locale and "\x00" not in rest else None  # type: ignore[arg-type]
    return route[0] if route else None


def city_of(page: Any, asked_from: locales.PortalLocale) -> City:
    """The city that leads a page; without a page, the one in whose variant the question was asked."""
    if page is not None and page.lead_city:
        lead: City = page.lead_city
        return lead
    return City.objects.get(slug=asked_from.city_slug)
