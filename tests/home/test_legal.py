"""The pages that the law asks for, and the site map: whole on a new portal, and true."""

from __future__ import annotations

import html5lib
import pytest
from wagtail.models import Page

from home.legal import build_legal_pages, read_legal_pages
from home.models import StandardPage
from home.site_map import SHOWN
from tests import factories
from tests.machines.reading import MAX_QUERIES, count_queries

pytestmark = pytest.mark.django_db
SLUGS = {entry["slug"] for entry in read_legal_pages()}


@pytest.fixture
def legal_pages(portal):
    build_legal_pages(portal.trees["fr-CA"].home)
    return portal


def test_new_portal_has_them__published_with_what_only_the_cities_know_marked(legal_pages, client):
    assert set(StandardPage.objects.live().values_list("slug", flat=True)) == SLUGS
    home = client.get("/fr-ca/").text
    for slug in SLUGS:
        text = client.get(f"/fr-ca/{slug}/").text
        assert "à compléter par" in text
        assert f'href="/fr-ca/{slug}/"' in home
        html5lib.HTMLParser(strict=True).parse(text)
    assert "à compléter par la Ville de Pau" in client.get("/fr-ca/mentions-legales/").text
    assert "non conforme" in client.get("/fr-ca/accessibilite/").text


def test_what_a_city_wrote_there_is_left_alone(legal_pages):
    page = StandardPage.objects.get(slug="mentions-legales")
    page.title = "Nos mentions"
    page.save_revision().publish()
    build_legal_pages(legal_pages.trees["fr-CA"].home)
    assert StandardPage.objects.get(slug="mentions-legales").title == "Nos mentions"
    assert StandardPage.objects.count() == len(SLUGS)


def test_privacy_page_tells_the_terms_that_the_software_obeys(legal_pages, client, settings):
    for name, days in (
        ("CORRESPONDENCE_HANDLED_KEPT_DAYS", 11),
        ("CORRESPONDENCE_KEPT_DAYS", 222),
        ("LETTERS_UNCONFIRMED_KEPT_DAYS", 3),
        ("LETTERS_LEFT_KEPT_DAYS", 44),
    ):
        setattr(settings, name, days)
    text = client.get("/fr-ca/confidentialite/").text
    for term in ("11", "222", "3", "44"):
        assert f"{term}\u00a0jours" in text


def test_site_map_lists_every_public_page_of_its_tree__and_no_other(portal, client):
    page = factories.news_page(portal, portal.thetford)
    factories.news_page(portal, portal.thetford, slug="brouillon", title="Brouillon", publish=False)
    text = client.get("/fr-ca/plan-du-site/").text
    here = Page.objects.live().filter(locale=page.locale, depth__gt=2)
    assert all(f'href="{found.url}"' in text for found in here)
    assert "Brouillon" not in text
    assert page.url not in client.get("/fr-fr/plan-du-site/").text
    assert 'href="/fr-ca/plan-du-site/"' in client.get(page.url).text
    html5lib.HTMLParser(strict=True).parse(text)


def test_long_section_is_cut__with_a_way_to_the_whole(portal, client):
    parent = portal.trees["fr-CA"].news
    rows = [parent.path + f"{number:04d}" for number in range(1, SHOWN + 4)]
    model = StandardPage
    for number, path in enumerate(rows):
        model.objects.create(
            path=path,
            depth=4,
            title=f"N {number}",
            slug=f"n{number}",
            url_path=f"{parent.url_path}n{number}/",
            locale=parent.locale,
            lead_city=portal.thetford,
            live=True,
        )
    answer = client.get("/fr-ca/plan-du-site/")
    assert f"Les {SHOWN + 3} pages de «\u00a0News\u00a0»" in answer.text
    assert answer.text.count("/news/n") == SHOWN
    assert count_queries(client, "/fr-ca/plan-du-site/") <= MAX_QUERIES


def test_table_of_what_is_kept_stands_in_the_variant_too(legal_pages, client):
    page = StandardPage.objects.get(slug="confidentialite")
    variant = factories.publish_variant(legal_pages, page)
    assert "Registre des envois" in client.get(variant.url).text
