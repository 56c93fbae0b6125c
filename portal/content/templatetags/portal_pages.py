"""What templates ask about pages and lists, without a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.utils.safestring import mark_safe

from portal import locales
from portal.content.links import current_request
from portal.content.navigation import Navigation

register = template.Library()


@register.simple_tag(takes_context=True)
def address(context: template.Context, page: Any) -> str:
    """A page's address. Unlike Wagtail's `pageurl` it finds the request inside an include with `only` too."""
    request = context.get("request") or getattr(context, "request", None)
    return page.get_url(request=request) or ""


@register.simple_tag(takes_context=True)
def reader_address(context: template.Context, page: Any) -> str:
    """The address, in the reader's tree, of a page of either tree; that of the page itself when there is none."""
    request = current_request.get()
    return (Navigation.of(request).address_of(page.pk) if request else "") or address(context, page)


@register.filter
def adapting_city(page: Any) -> str:
    """The name of the city that adapted a variant: the one whose French the page is in."""
    return city_name(page.portal_locale)


@register.filter
def are_same_page(variants: Iterable[Any]) -> bool:
    """Whether a page is published in every variant, given the links of its variant switch."""
    return all(variant.is_same_page for variant in variants)


@register.filter
def city_name(locale: locales.PortalLocale) -> str:
    """The name of the city that leads a locale."""
    return locale.city_slug.replace("-", " ").title()


@register.filter
def page_numbers(items: Any) -> Iterator[int | str]:
    """The numbers that a pagination shows around the current one, and … where some are left out."""
    return items.paginator.get_elided_page_range(items.number, on_each_side=1, on_ends=1)


@register.filter
def external_host(url: str) -> str:
    """The site of an address as people say it: « example.org »."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


@register.simple_tag
def list_address(query_string: str, number: int) -> str:
    """The address of another page of the list, its filters kept; the first page has no number."""
    parts = [query_string] if query_string else []
    if number > 1:
        parts.append(f"page={number}")
    return "?" + "&".join(parts)


@register.simple_tag
def current_state(entry: Any, navigation: Any) -> str:
    """The aria-current of a menu entry: « page » for the page itself, « true » for a list that the page stands in."""
    if navigation.page is None:
        return ""
    if entry.pk == navigation.page.pk:
        return mark_safe(' aria-current="page"')
    is_above = any(ancestor.pk == entry.pk for ancestor in navigation.ancestors)
    return mark_safe(' aria-current="true"') if is_above else ""


@register.simple_tag
def funding_parts(funding: Any, origin: Any, host: Any) -> list[dict[str, Any]]:
    """Who bears what of a sum: `city` (None: the programme), `percent`, `amount`, `start` (where its bar begins)."""
    shares = [
        (origin, funding.origin_share_percent),
        (host, funding.host_share_percent),
        (None, funding.programme_share_percent if funding.programme else None),
    ]
    parts: list[dict[str, Any]] = []
    for city, percent in shares:
        if percent is not None and (city or percent):
            start = sum(part["percent"] for part in parts)
            parts.append({"city": city, "percent": percent, "amount": funding.part(percent), "start": start})
    return parts


@register.simple_tag
def menu_entry(menu: Iterable[Any], model_name: str) -> Any:
    """The first page of the menu that is of a type, such as « newsindexpage »; None when there is none."""
    return next((entry for entry in menu if entry.cached_content_type.model == model_name), None)


@register.filter
def has_hours(days: Iterable[tuple[Any, Iterable[Any]]]) -> bool:
    """Whether any stop of a programme has its hour."""
    return any(stop.starts_at for _, stops in days for stop in stops)
