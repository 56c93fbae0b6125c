"""What those who share a page and those who index it read in its head."""

from __future__ import annotations

import datetime as dt
import io
import json
import re

import extruct
import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from PIL import Image
from requests.utils import parse_header_links

from news.models import DelegationStop
from portal.content.models import PortalRendition
from portal.content.share_picture import draw
from tests import factories
from tests.machines.reading import MAX_QUERIES, check_conditional, count_queries

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"


def properties(text):
    metas = BeautifulSoup(text, "html.parser").find_all("meta", property=True)
    return {meta["property"]: meta["content"] for meta in metas}


def json_ld(text, address):
    """Every node of the page, by its type, as an extractor finds them."""
    (document,) = extruct.extract(text, base_url=f"http://testserver{address}", syntaxes=["json-ld"])["json-ld"]
    assert document["@context"] == "https://schema.org"
    return {node["@type"]: node for node in document["@graph"]}


@pytest.fixture(autouse=True)
def _no_kept_renditions():
    """Wagtail keeps renditions by the picture's number, which the next test uses again."""
    cache.clear()


@pytest.fixture
def news(portal):
    page = factories.news_page(portal, portal.thetford, title="L’œuvre & la suite")
    return page, factories.publish_variant(portal, page)


def test_shared_page_shows_its_title_language_and_picture(news, client):
    page, variant = news
    found = properties(client.get(page.url).text)
    assert found["og:type"] == "article"
    assert found["og:title"] == page.title
    assert found["og:description"] == page.introduction
    assert found["og:url"] == f"http://testserver{page.url}"
    assert (found["og:locale"], found["og:locale:alternate"]) == ("fr_CA", "fr_FR")
    assert properties(client.get(variant.url).text)["og:locale"] == "fr_FR"
    path = found["og:image"].removeprefix("http://testserver")
    answer = client.get(path)
    drawn = Image.open(io.BytesIO(answer.content))
    assert answer["Content-Type"] == found["og:image:type"] == "image/png"
    assert drawn.size == (int(found["og:image:width"]), int(found["og:image:height"])) == (1200, 630)
    assert page.title in found["og:image:alt"]
    check_conditional(client, path)


def test_page_with_a_picture_shows_it__at_the_size_that_is_told(portal, client):
    image = factories.picture()
    page = factories.news_page(portal, portal.pau, image=image, image_alt_text="Un aplat vert")
    found = properties(client.get(page.url).text)
    assert found["og:image:alt"] == "Un aplat vert"
    rendition = PortalRendition.objects.get(image=image, filter_spec="fill-1200x630|format-jpeg")
    assert found["og:image"] == f"http://testserver{rendition.url}"
    assert (found["og:image:width"], found["og:image:height"]) == (str(rendition.width), str(rendition.height))


def test_picture_not_made_yet_is_not_waited_for(portal, client):
    page = factories.news_page(portal, portal.pau, image=factories.picture(), image_alt_text="Un aplat vert")
    PortalRendition.objects.all().delete()
    assert "/partage/" in properties(client.get(page.url).text)["og:image"]
    assert not PortalRendition.objects.filter(filter_spec__startswith="fill-1200").exists()


def test_no_picture_is_drawn_of_what_is_not_published(portal, client):
    page = factories.news_page(portal, portal.thetford, publish=False)
    assert client.get(f"/fr-ca/partage/{page.translation_key}.png").status_code == 404


@pytest.mark.parametrize("title", ["Un", "Le mot " * 60, "anticonstitutionnellement" * 5, f"Qui{NBSP}? Où\u202f!", ""])
def test_title_of_any_length_is_drawn(title):
    data = draw(title)
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < 120_000


def test_news_item_is_an_article_by_its_city(news, client):
    page, _ = news
    nodes = json_ld(client.get(page.url).text, page.url)
    article = nodes["NewsArticle"]
    assert article["headline"] == page.title
    assert article["author"]["name"] == "Ville de Thetford Mines"
    assert article["inLanguage"] == "fr-CA"
    assert article["datePublished"] == "2022-11-24"
    assert dt.datetime.fromisoformat(article["dateModified"]).tzinfo
    assert article["license"].startswith("https://creativecommons.org/")
    assert client.get(article["image"].removeprefix("http://testserver")).status_code == 200
    crumbs = nodes["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert [crumb["name"] for crumb in crumbs] == ["Accueil", "News", page.title]
    assert crumbs[1]["item"] == "http://testserver/fr-ca/news/"


def test_mission_is_an_event__institution_an_organisation_with_its_place(portal, client):
    fields = {"latitude": "43.30000", "longitude": "-0.36000", "address": "1, rue Exemple\n64000 Pau"}
    institution = factories.institution_page(portal, portal.pau, **fields)
    mission = factories.delegation_page(portal, portal.thetford, stops=[DelegationStop(institution=institution)])
    event = json_ld(client.get(mission.url).text, mission.url)["Event"]
    assert (event["startDate"], event["endDate"]) == ("2022-09-12", "2022-09-15")
    assert event["location"]["address"]["addressLocality"] == "Pau"
    assert event["organizer"]["name"] == "Ville de Thetford Mines"
    found = json_ld(client.get(institution.url).text, institution.url)["ResearchOrganization"]
    assert found["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 43.3, "longitude": -0.36}
    assert found["location"]["address"] == "1, rue Exemple 64000 Pau"


def test_home_names_both_cities(portal, client):
    site = json_ld(client.get("/fr-fr/").text, "/fr-fr/")["WebSite"]
    assert {city["name"] for city in site["publisher"]} == {"Ville de Thetford Mines", "Ville de Pau"}
    assert all(city["location"]["geo"] for city in site["publisher"])
    assert site["url"] == "http://testserver/fr-fr/"


def test_nothing_typed_gets_out_of_the_script(portal, client):
    hostile = '</script><script>alert(1)</script><!-- & "'
    page = factories.news_page(portal, portal.thetford, title=hostile, introduction=hostile)
    text = client.get(page.url).text
    (content,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert "<" not in content
    assert json.loads(content)["@graph"][0]["headline"] == hostile
    assert json_ld(text, page.url)["NewsArticle"]["description"] == hostile


def test_page_with_a_picture_stays_within_the_queries(portal, client):
    page = factories.news_page(portal, portal.pau, image=factories.picture(), image_alt_text="Un aplat vert")
    assert count_queries(client, page.url) <= MAX_QUERIES


def test_answer_names_in_its_header_what_the_page_names_in_its_head(news, client):
    page, variant = news
    answer = client.get(page.url)
    links = {(link["rel"], link.get("hreflang")): link["url"] for link in parse_header_links(answer["Link"])}
    assert links["canonical", None] == f"http://testserver{page.url}"
    assert links["alternate", "fr-FR"] == f"http://testserver{variant.url}"
    assert links["alternate", "x-default"] == "http://testserver/"
    assert links["license", None].startswith("https://creativecommons.org/")
    feeds = [link["type"] for link in parse_header_links(client.get("/fr-ca/news/")["Link"]) if "type" in link]
    assert "application/atom+xml" in feeds


def test_page_that_did_not_change_is_not_sent_again__one_that_did_is(portal, client):
    page = factories.news_page(portal, portal.thetford)
    held = {"if-none-match": client.get(page.url)["ETag"]}
    again = client.get(page.url, headers=held)
    assert (again.status_code, again.content) == (304, b"")
    factories.publish(page, title="Un autre titre")
    assert client.get(page.url, headers=held).status_code == 200
