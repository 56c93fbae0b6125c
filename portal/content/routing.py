"""Finds the page of an address in one or two queries, however deep it lies. Wagtail's routing takes two a level."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from wagtail import views
from wagtail.models import Page, Site

from portal.content.kept import kept
from portal.content.link_header import link_header
from portal.content.navigation import Navigation
from portal.content.registry import with_cities


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of a page. It looks route and site up on the request before it asks the database; here they are.

    Both attributes are Wagtail's own (`Page.route_for_request`, `Site.find_for_request`); a test tells when they go.
    """
    keep_site(request)
    request._wagtail_route_for_request = find_route(request, path)  # type: ignore[attr-defined]
    response: HttpResponse = views.serve(request, path)
    if response.status_code == 200 and hasattr(request, "portal_page"):
        response["Link"] = link_header(Navigation.of(request))
    return response


def keep_site(request: HttpRequest) -> None:
    """Puts the site on the request, where Wagtail's addresses look for it first."""
    request._wagtail_site = kept(  # type: ignore[attr-defined]
        f"site_{split_domain_port(request.get_host())[0]}", lambda: Site.find_for_request(request)
    )


def find_route(request: HttpRequest, path: str) -> Any:
    """(page, args, kwargs), or None when nothing is published at the address."""
    locale = getattr(request, "portal_locale", None)
    root = home_pages().get(locale.code) if locale else None
    if root is None:
        return None
    slugs = [slug for slug in path.split("/") if slug]
    parent_url_path = "".join([root.url_path, *(f"{slug}/" for slug in slugs[:-1])])
    model = kept("models_below", _models_below).get(parent_url_path, Page) if slugs else root.specific_class
    page = _find(model, root, parent_url_path, slugs[-1] if slugs else None)
    return (page, (), {}) if page else None


def _find(model: Any, root: Page, parent_url_path: str, slug: str | None) -> Any:
    is_portal_page = hasattr(model, "lead_city")
    pages = model._default_manager.filter(live=True)
    pages = pages.select_related("locale", "image") if is_portal_page else pages
    # The slug has an index, the whole address has none.
    found = (
        pages.filter(slug=slug, url_path=f"{parent_url_path}{slug}/", path__startswith=root.path)
        if slug
        else pages.filter(pk=root.pk)
    ).first()
    if found is None or is_portal_page:
        return with_cities([found])[0] if found else None
    specific_class = found.specific_class
    return _find(specific_class, root, parent_url_path, slug) if hasattr(specific_class, "lead_city") else None


def home_pages() -> dict[str, Page]:
    """Each locale's home page, by language code. Kept: not to be changed."""
    return kept("roots", _roots)


def _roots() -> dict[str, Page]:
    pages = Page.objects.filter(depth=2, live=True).select_related("locale")
    return {page.locale.language_code: page for page in pages}


def _models_below() -> dict[str, Any]:
    """By the address of a list, the only model that may stand below it: its pages are found in one query."""
    found = {}
    for page in Page.objects.filter(depth=3):
        models = page.specific_class.allowed_subpage_models() if page.specific_class else []
        if len(models) == 1:
            found[page.url_path] = models[0]
    return found
