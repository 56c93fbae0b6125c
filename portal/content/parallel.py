"""The parallel view: a page in both variants, side by side, its differing words marked."""

from __future__ import annotations

import itertools
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from portal import locales
from portal.content.navigation import Navigation
from portal.content.routing import find_route, keep_site
from portal.localization.parallel import find_translation, parallel_segments
from portal.localization.wording import field_label


@require_safe
def parallel(request: HttpRequest, path: str) -> HttpResponse:
    """A page that is published in both variants, from either tree; 404 for any other."""
    keep_site(request)
    page = _find_page(request, path)
    request.portal_page = page  # type: ignore[attr-defined]
    counterpart = Navigation.of(request).counterpart
    if counterpart is None or _is_private(page) or _is_private(counterpart):
        raise Http404("Cette page n’est pas publiée dans les deux variantes.")
    variant = page if page.is_variant else counterpart
    translation = find_translation(page.translation_key, variant.locale_id)
    if translation is None:
        raise Http404("Cette page n’a pas été adaptée segment par segment.")
    segments = parallel_segments(translation, page.portal_locale.variant)
    source = locales.of_city(page.lead_city.slug)
    context = {
        "page": page,
        "source": source,
        "adapter": locales.other(source),
        "locales": locales.LOCALES,
        "groups": _by_field(type(page), segments),
        "total": len(segments),
        "different": sum(not segment.is_same for segment in segments),
    }
    return TemplateResponse(request, "content/parallel.html", context)


def _find_page(request: HttpRequest, path: str) -> Any:
    route = find_route(request, path)
    if route is None or route[0].lead_city is None:
        raise Http404("Aucune page publiée à cette adresse.")
    return route[0]


def _is_private(page: Any) -> bool:
    return bool(page.get_view_restrictions().exists())


def _by_field(model: Any, segments: list[Any]) -> list[tuple[str, list[Any]]]:
    """The segments under the name of the field that they stand in."""
    named = itertools.groupby(segments, key=lambda segment: field_label(model, segment.field_path))
    return [(label, list(group)) for label, group in named]
