"""The page of results. The address says all that was asked; nothing is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.content.routing import keep_site
from portal.search.forms import SearchForm
from portal.search.models import SearchEntry
from portal.search.results import Results
from portal.search.understanding import understand


@dataclass(frozen=True)
class KindLink:
    """One kind of page among the results: how many, and the address that shows them alone."""

    label: str
    number: int
    url: str
    is_current: bool


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    keep_site(request)
    form = SearchForm(request.GET)
    asked = form.asked
    request.portal_query_string = urlencode(asked)  # type: ignore[attr-defined]
    context: dict[str, Any] = {"form": form, "asked": asked, "query_string": urlencode(asked)}
    if asked:
        understood = understand(asked.get("q", ""))
        filters = {name: value for name, value in asked.items() if name != "q"}
        results = Results(request.portal_locale, understood, filters)  # type: ignore[attr-defined]
        context |= {
            "results": results,
            "items": results.page(request.GET.get("page")),
            "kinds": _kind_links(asked, results),
            "understood": understood,
            "words_alone": urlencode({"q": asked["q"]}) if "q" in asked and filters else "",
        }
    return render(request, "search/search.html", context)


def _kind_links(asked: dict[str, str], results: Results) -> list[KindLink]:
    counts = results.counts
    rest = {name: value for name, value in asked.items() if name != "type"}
    current = asked.get("type", "")
    every = KindLink("Tout", sum(counts.values()), f"?{urlencode(rest)}", not current)
    return [
        every,
        *(
            KindLink(label, counts.get(kind, 0), f"?{urlencode({**rest, 'type': kind})}", kind == current)
            for kind, label in SearchEntry.Kind.choices
            if counts.get(kind) or kind == current
        ),
    ]
