"""How a portal gets its first page, and Wagtail its site."""

from __future__ import annotations

from wagtail.models import Locale, Page, Site

from home.models import HomePage, TimelinePage
from portal import locales
from portal.twinning.models import City


def build_home(lead: locales.PortalLocale) -> HomePage:
    """The source of the home page, led by the city of a locale and published; its variant waits for review."""
    found = HomePage.objects.filter(depth=2).order_by("pk").first()
    if found:
        return found
    home = HomePage(
        title="Jumelage de Thetford Mines et de Pau",
        slug=lead.home_slug,
        locale=Locale.objects.get(language_code=lead.code),
        lead_city=City.objects.get(slug=lead.city_slug),
        live=False,
    )
    Page.get_first_root_node().add_child(instance=home)
    make_site(home)
    home.save_revision().publish()
    return home


def build_timeline(home: HomePage) -> None:
    """The page that tells the story of the twinning: nothing in it is typed, so a new portal can have it at once."""
    if TimelinePage.objects.child_of(home).exists():
        return
    timeline = TimelinePage(
        title="Chronologie",
        slug="chronologie",
        introduction="Les étapes du jumelage, les délégations et les actualités, année par année.",
        locale=home.locale,
        lead_city=home.lead_city,
        live=False,
    )
    home.add_child(instance=timeline)
    timeline.save_revision().publish()


def make_site(home: Page) -> None:
    """The first home page takes the place of the one that Wagtail's own migrations make."""
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": "Jumelage"},
    )
    for page in Page.objects.filter(depth=2, content_type__model="page", content_type__app_label="wagtailcore"):
        page.delete()
