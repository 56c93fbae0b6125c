"""robots.txt, security.txt and llms.txt: what crawlers, researchers and language models ask for first."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Page

from portal import locales
from portal.content.archives import without_archived
from portal.content.machines import conditional
from portal.content.registry import open_to_all

PLAIN = "text/plain; charset=utf-8"
SECURITY_VALID_FOR = dt.timedelta(days=180)
CLOSED = ("/admin/",)
DESCRIPTION = (
    "Portail commun du jumelage de Thetford Mines (Québec) et de Pau (France). Les deux villes y racontent leurs "
    "délégations, leurs engagements, leurs institutions partenaires et leurs axes de coopération."
)
LANGUAGES = (
    "Chaque page existe en français du Québec (/fr-ca/) et en français de France (/fr-fr/). Aucune des deux variantes "
    "n’est la traduction officielle de l’autre : chaque page dit quelle ville l’a écrite et quelle ville l’a adaptée."
)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        "",
        f"Sitemap: {_whole(request, '/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116, for as long as SECURITY_CONTACT says whom to write to; a bare address becomes a mailto: link."""
    contact = settings.SECURITY_CONTACT
    if not contact:
        raise Http404
    if ":" not in contact:
        contact = f"mailto:{contact}"
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {(midnight + SECURITY_VALID_FOR).isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: fr",
        f"Canonical: {settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('security')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@conditional
def llms(request: HttpRequest) -> HttpResponse:
    """What the portal is and where things are, in French and in Markdown, as llmstxt.org describes it."""
    lines = ["# Jumelage Thetford Mines et Pau", "", f"> {DESCRIPTION}", "", LANGUAGES]
    for locale in locales.LOCALES:
        lines += ["", f"## {locale.name}", "", *_links(request, locale)]
    lines += ["", "## Pour les machines", "", f"- [Plan du site]({_whole(request, reverse('sitemap_index'))})"]
    lines.append(f"- [Données ouvertes]({_whole(request, reverse('opendata'))})")
    lines.append(f"- [Pages, en JSON]({_whole(request, reverse('api:pages:listing'))})")
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


def _links(request: HttpRequest, locale: locales.PortalLocale) -> list[str]:
    """The home page, the pages right below it, and the feeds of one variant."""
    pages = without_archived(open_to_all(Page.objects)).filter(depth__in=(2, 3), locale__language_code=locale.code)
    named = [(page.title, page.get_url(request) or "") for page in pages.select_related("locale").order_by("path")]
    with override(locale.code):
        named.append(("Actualités, en Atom", reverse("news_feed")))
        named.append(("Délégations, en iCalendar", reverse("delegations_calendar")))
    return [f"- [{' '.join(name.split())}]({_whole(request, path)})" for name, path in named if path]


def _whole(request: HttpRequest, path: str) -> str:
    return request.build_absolute_uri(path)
