"""The Atom feeds, as feedparser and RFC 4287 read them."""

from __future__ import annotations

import datetime as dt

import feedparser
import pytest
from defusedxml import ElementTree
from wagtail.models import PageViewRestriction

from portal.twinning.models import CooperationAxis
from tests import factories
from tests.machines.reading import MAX_QUERIES, check_conditional, count_queries

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
URL = "/fr-ca/actualites.atom"


@pytest.fixture
def axis(db):
    return CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")


@pytest.fixture
def news(portal, axis):
    """Two items of Thetford Mines, one of them about the axis and adapted; one of Pau in its own tree only."""
    item = factories.news_page(portal, portal.thetford, title="L’œuvre & <la suite>", axes=[axis])
    variant = factories.publish_variant(portal, item)
    factories.news_page(portal, portal.thetford, slug="autre", title="Autre", published_on=dt.date(2023, 5, 2))
    factories.news_page(portal, portal.pau, slug="paloise", title="De Pau")
    return item, variant


def read(client, url):
    answer = client.get(url)
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_reader_gets_the_news_of_its_variant(news, client):
    feed = read(client, URL)
    assert feed.version == "atom10"
    assert feed.feed.title == "Actualités du jumelage Thetford Mines et Pau"
    assert [entry.title for entry in feed.entries] == ["Autre", "L’œuvre & <la suite>"]
    entry = feed.entries[1]
    assert entry.link == f"http://testserver{news[0].url}"
    assert entry.author == "Ville de Thetford Mines"
    assert "Creative Commons" in entry.rights
    assert [(tag.term, tag.label) for tag in entry.tags] == [("chimie-verte", "Chimie verte")]
    assert entry.summary == news[0].introduction
    assert entry.published == "2022-11-24T00:00:00-05:00"


@pytest.mark.parametrize(("code", "tag"), [("fr-ca", "fr-CA"), ("fr-fr", "fr-FR")])
def test_feed_holds_what_the_format_asks(news, client, code, tag):
    root = ElementTree.fromstring(client.get(f"/{code}/actualites.atom").content)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
    own = root.find(f"{ATOM}link[@rel='self']").get("href")
    assert own == f"http://testserver/{code}/actualites.atom"
    assert root.find(f"{ATOM}link[@rel='alternate']").get("href") == f"http://testserver/{code}/news/"
    nodes = [root, *root.findall(f"{ATOM}entry")]
    assert len(nodes) == 3
    for node in nodes:
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1
        assert node.find(f"{ATOM}id").text.startswith("tag:testserver,2026:")
        assert dt.datetime.fromisoformat(node.find(f"{ATOM}updated").text).tzinfo
    assert all(entry.find(f"{ATOM}author/{ATOM}name").text for entry in nodes[1:])


def test_filters_are_those_of_the_list(news, client):
    assert [entry.title for entry in read(client, f"{URL}?axis=chimie-verte").entries] == ["L’œuvre & <la suite>"]
    assert [entry.title for entry in read(client, f"{URL}?year=2023").entries] == ["Autre"]
    assert [entry.title for entry in read(client, "/fr-fr/actualites.atom?city=pau").entries] == ["De Pau"]
    filtered = read(client, f"{URL}?axis=chimie-verte&city=thetford-mines&inconnu=1")
    assert filtered.feed.id != read(client, URL).feed.id
    assert filtered.feed.title.endswith("Thetford Mines, Chimie verte")
    assert [link.href for link in filtered.feed.links if link.rel == "self"] == [
        f"http://testserver{URL}?city=thetford-mines&axis=chimie-verte"
    ]
    assert len(read(client, f"{URL}?axis=%00&city=lyon").entries) == 2


def test_entry_keeps_its_name__when_title_and_address_change(news, client):
    item, _ = news
    before = {entry.id for entry in read(client, URL).entries}
    factories.publish(item, title="Nouveau titre", slug="nouvelle-adresse")
    assert {entry.id for entry in read(client, URL).entries} == before
    assert before.isdisjoint(entry.id for entry in read(client, "/fr-fr/actualites.atom").entries)


def test_draft_and_private_pages_are_left_out(portal, news, client):
    factories.news_page(portal, portal.thetford, slug="brouillon", title="Brouillon", publish=False)
    PageViewRestriction.objects.create(page=news[0], restriction_type=PageViewRestriction.LOGIN)
    assert [entry.title for entry in read(client, URL).entries] == ["Autre"]


def test_control_character_does_not_break_the_feed(portal, client):
    factories.news_page(portal, portal.thetford, title="Un\x0btitre")
    assert read(client, URL).entries[0].title == "Untitre"


def test_pages_tell_where_the_feed_is(news, client):
    link = '<link rel="alternate" type="application/atom+xml"'
    assert f'{link} title="Actualités" href="http://testserver{URL}">' in client.get("/fr-ca/").text
    filtered = client.get("/fr-ca/news/?axis=chimie-verte&page=1").text
    assert f'href="http://testserver{URL}?axis=chimie-verte"' in filtered


def test_feed_asks_little__whatever_the_number_of_items(portal, news, axis, client):
    few = count_queries(client, URL)
    for number in range(8):
        factories.news_page(portal, portal.thetford, slug=f"item-{number}", axes=[axis])
    assert count_queries(client, URL) == few <= MAX_QUERIES


def test_client_that_has_it_already_gets_304(news, client):
    check_conditional(client, URL)
    assert client.get(URL)["ETag"] != client.get(f"{URL}?city=pau")["ETag"]


def test_date_alone_keeps_nobody_on_a_withdrawn_item(portal, client):
    """Withdrawing takes the time of the last publication back: only the ETag tells."""
    page = factories.news_page(portal, portal.thetford, title="À retirer")
    feed = "/fr-ca/actualites.atom"
    held = {"if-modified-since": client.get(feed)["Last-Modified"]}
    with factories.background_tasks():
        page.unpublish()
    answer = client.get(feed, headers=held)
    assert answer.status_code == 200
    assert "À retirer" not in answer.text
