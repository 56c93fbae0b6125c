"""The sitemap, as the protocol's schema and a crawler read it."""

from __future__ import annotations

import pytest
from defusedxml import ElementTree
from wagtail.models import PageViewRestriction

from portal import sitemaps
from tests import factories
from tests.machines.reading import MAX_QUERIES, check_conditional, count_queries

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def read(client, url="/sitemap-1.xml"):
    """Address of each page: (lastmod, {hreflang: address})."""
    root = ElementTree.fromstring(client.get(url).content)
    assert root.tag == f"{SITEMAP}urlset"
    return {
        node.find(f"{SITEMAP}loc").text: (
            node.findtext(f"{SITEMAP}lastmod"),
            {link.get("hreflang"): link.get("href") for link in node.findall(f"{XHTML}link")},
        )
        for node in root
    }


@pytest.fixture
def published(portal):
    page = factories.news_page(portal, portal.thetford)
    return page, factories.publish_variant(portal, page)


def test_index_names_files_that_answer(published, client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    assert [node.findtext(f"{SITEMAP}loc") for node in root] == ["http://testserver/sitemap-1.xml"]
    assert client.get("/sitemap-1.xml")["Content-Type"].startswith("application/xml")
    assert client.get("/sitemap-2.xml").status_code == client.get("/sitemap-0.xml").status_code == 404


def test_both_trees_are_listed__and_every_address_answers(published, client):
    entries = read(client)
    for page in published:
        lastmod, _ = entries[f"http://testserver{page.url}"]
        assert lastmod == page.last_published_at.isoformat(timespec="seconds")
    assert len(entries) == 1 + 2 * 4 + 2
    for address in entries:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_alternates_are_reciprocal__and_those_of_the_page(published, client):
    entries = read(client)
    for address, (_, alternates) in entries.items():
        assert alternates["x-default"] == "http://testserver/"
        assert address in alternates.values()
        for other in alternates.values():
            assert entries[other][1] == alternates or other == "http://testserver/"
        text = client.get(address.removeprefix("http://testserver")).text
        for tag, other in alternates.items():
            assert f'<link rel="alternate" hreflang="{tag}" href="{other}">' in text


def test_page_without_variant_names_itself_alone(portal, client):
    page = factories.news_page(portal, portal.thetford)
    assert set(read(client)[f"http://testserver{page.url}"][1]) == {"fr-CA", "x-default"}


def test_drafts_private_pages_and_aliases_are_left_out(portal, published, client):
    factories.news_page(portal, portal.thetford, slug="brouillon", publish=False)
    alias = published[0].create_alias(update_slug="alias")
    PageViewRestriction.objects.create(page=published[0], restriction_type=PageViewRestriction.LOGIN)
    text = client.get("/sitemap-1.xml").text
    assert "brouillon" not in text
    assert alias.slug not in text
    assert published[0].url not in text
    assert published[1].url in text


def test_file_holds_a_limited_number_of_pages(portal, client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PAGES_PER_FILE", 3)
    for number in range(4):
        factories.news_page(portal, portal.pau, slug=f"item-{number}")
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    files = [node.findtext(f"{SITEMAP}loc").removeprefix("http://testserver") for node in root]
    assert len(files) == 4
    addresses = [address for file in files for address in read(client, file)]
    assert len(addresses) == len(set(addresses)) == 1 + 8 + 4


def test_sitemap_asks_little__whatever_the_number_of_pages(portal, client):
    few = count_queries(client, "/sitemap-1.xml")
    for number in range(5):
        factories.news_page(portal, portal.pau, slug=f"item-{number}")
    assert count_queries(client, "/sitemap-1.xml") == few <= MAX_QUERIES
    assert count_queries(client, "/sitemap.xml") <= MAX_QUERIES


def test_client_that_has_it_already_gets_304(published, client):
    check_conditional(client, "/sitemap.xml")
    check_conditional(client, "/sitemap-1.xml")
