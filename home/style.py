"""The living style page, in development only: every component in its states, light and dark side by side."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.style_samples import build_samples

SCHEMES = ("light", "dark")
DARK = "@media (prefers-color-scheme: dark)"
SECTIONS = {
    "signes": "Villes, trajets, états",
    "actualites": "Actualités dans une liste",
    "delegations": "Délégations dans une liste",
    "institutions": "Institutions dans une liste",
    "recit": "Chronologie, chiffres, réciprocité",
    "mission": "Engagements, financement",
    "blocs": "Citation, encadré, chiffres clés",
    "cadre": "Boutons, fil d’Ariane, pages, messages, liste vide",
}


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """The sections, each framed twice."""
    _check_development()
    return render(request, "style/index.html", {"sections": SECTIONS})


@require_safe
def style_section(request: HttpRequest, name: str) -> HttpResponse:
    """One section by itself, as the frames show it: in the scheme that `?fond=` names, else in the browser's own."""
    _check_development()
    if name not in SECTIONS:
        raise Http404("Aucune section de ce nom.")
    context = {"template": f"style/sections/{name}.html", "heading": SECTIONS[name], **build_samples()}
    context["scheme"] = request.GET.get("fond") if request.GET.get("fond") in SCHEMES else ""
    return render(request, "style/section.html", context)


@require_safe
def style_tokens(request: HttpRequest, scheme: str) -> HttpResponse:
    """The portal's own tokens, as in light or in dark whatever the browser prefers: after tokens.css they win."""
    _check_development()
    if scheme not in SCHEMES:
        raise Http404("Clair ou sombre.")
    text = Path(str(finders.find("portal/css/tokens.css"))).read_text(encoding="utf-8")
    tokens = text[text.index("@layer tokens {") :].replace(DARK, "@media all" if scheme == "dark" else "@media not all")
    return HttpResponse(tokens.replace("color-scheme: light dark", f"color-scheme: {scheme}"), content_type="text/css")


def _check_development() -> None:
    if not settings.STYLE_PAGE:
        raise Http404("La page de style n’existe qu’en développement.")
