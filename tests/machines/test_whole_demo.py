"""The whole demo through real clients: sitemap, feeds, calendars, heads, tables."""

from __future__ import annotations

import csv
import io
import re

import extruct
import feedparser
import pytest
import vobject
from defusedxml import ElementTree
from icalendar import Calendar

from portal.opendata.datasets import DATASETS
from tests.machines.crawling import alternates, crawl, english_in, headings_that_skip
from tests.machines.reading import MAX_QUERIES, count_queries

pytestmark = pytest.mark.django_db
CODES = ("fr-ca", "fr-fr")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MACHINE_LINK = re.compile(r'<link rel="alternate" type="[^"]+" title="[^"]+" href="http://testserver([^"]+)"')


def test_real_clients_read_the_whole_demo(load_demo, client):
    check_pages(client)
    for code in CODES:
        check_feeds(client, code)
        check_calendar(client, f"/{code}/delegations.ics")
    check_tables(client)
    check_crawl(client)


def check_crawl(client):
    """No broken link, no heading that skips a level, no word of English, and variants that point at each other."""
    heads = {}
    for visit in crawl(client):
        assert visit.status == 200, visit.address
        if visit.soup:
            assert not headings_that_skip(visit.soup), visit.address
            assert not english_in(visit.soup), (visit.address, english_in(visit.soup))
            heads[visit.address] = alternates(visit.soup)
    assert len(heads) > 300
    told = {address: links for address, links in heads.items() if "fr-CA" in links and "fr-FR" in links}
    assert len(told) > 60
    for address, links in told.items():
        for other in (links["fr-CA"], links["fr-FR"]):
            assert heads[other] == links, address


def check_pages(client):
    """Every page of the sitemap answers, says what it is, and names feeds and calendars that answer too."""
    root = ElementTree.fromstring(client.get("/sitemap-1.xml").content)
    addresses = [node.findtext(f"{SITEMAP}loc").removeprefix("http://testserver") for node in root]
    assert len(addresses) > 60
    found, links = set(), set()
    for address in addresses[1:]:
        text = client.get(address).text
        (document,) = extruct.extract(text, base_url=f"http://testserver{address}", syntaxes=["json-ld"])["json-ld"]
        found |= {node["@type"] for node in document["@graph"]}
        links |= {link.replace("&amp;", "&") for link in MACHINE_LINK.findall(text)}
    assert found >= {"NewsArticle", "Event", "GovernmentOrganization", "BreadcrumbList", "WebSite"}
    for link in links:
        assert client.get(link).status_code == 200, link
        if link.endswith(".ics"):
            check_calendar(client, link)


def check_feeds(client, code):
    url = f"/{code}/actualites.atom"
    whole = feedparser.parse(client.get(url).content)
    assert not whole.bozo
    assert len(whole.entries) >= 16
    assert len({entry.id for entry in whole.entries}) == len(whole.entries)
    by_city = [feedparser.parse(client.get(f"{url}?city={city}").content) for city in ("thetford-mines", "pau")]
    assert {entry.id for feed in by_city for entry in feed.entries} == {entry.id for entry in whole.entries}
    assert count_queries(client, url) <= MAX_QUERIES


def check_calendar(client, url):
    content = client.get(url).content
    calendar = Calendar.from_ical(content)
    assert calendar.events
    assert len(vobject.readOne(content.decode()).vevent_list) == len(calendar.events)
    assert len({str(event["UID"]) for event in calendar.events}) == len(calendar.events)
    assert count_queries(client, url) <= MAX_QUERIES


def check_tables(client):
    for slug in DATASETS:
        url = f"/donnees/{slug}.csv"
        rows = list(csv.DictReader(io.StringIO(client.get(url).content.decode("utf-8-sig"))))
        assert {row["variante"] for row in rows} == {"fr-CA", "fr-FR"}
        assert all(row["licence"] for row in rows)
        assert count_queries(client, url) <= MAX_QUERIES
