"""The table of contents, and a page of the guide. Whoever opens the admin may read all of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from portal.guide.contents import CHAPTERS, PAGES
from portal.guide.role_rows import ROLE_NAMES, role_rows


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "guide/index.html", {"chapters": CHAPTERS})


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    found = PAGES.get(slug)
    if found is None:
        raise Http404("Le guide n’a pas cette page.")
    context = {"chapters": CHAPTERS, "here": found}
    if slug == "roles":
        context |= {"role_names": ROLE_NAMES, "role_rows": role_rows()}
    return TemplateResponse(request, found.template, context)
