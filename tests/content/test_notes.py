"""Notes at the first mention: where they stand, where they never do, what they cost."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from portal.variants import Variant
from tests import factories
from tests.home.lexicons import publish_lexicon
from tests.localization.glossary.entries import decide, propose

pytestmark = pytest.mark.django_db
TWICE = "<p>La visite du cégep a plu.</p><p>Le cégep forme aussi des adultes.</p>"


def read(client, url):
    return BeautifulSoup(client.get(url).content, "html.parser")


def published(portal, html=TWICE, **fields):
    """The variant, in Pau's tree, of a page of Thetford Mines."""
    values = {"title": "Une visite", "body": factories.stream(("text", html)), **fields}
    with factories.background_tasks():
        page = factories.news_page(portal, portal.thetford, **values)
    return factories.publish_variant(portal, page)


def notes_of(client, page):
    return read(client, page.url).select(".note")


def test_first_mention_has_a_note__and_no_other(portal, client):
    page = read(client, published(portal).url)
    (note,) = page.select(".note")
    assert note.find_parent("p").get_text().startswith("La visite du cégep")
    button, panel = note.select_one("button"), note.select_one("[popover]")
    assert button["popovertarget"] == panel["id"]
    assert "cégep" in button.get_text()
    assert len(panel.get_text()) > 20
    assert note.find_parent(["h1", "h2", "h3", "a", "blockquote"]) is None


def test_note_leads_to_its_word_in_the_lexicon(portal, client):
    lexicon = publish_lexicon(portal)
    (link,) = read(client, published(portal).url).select(".note a")
    address, anchor = link["href"].split("#")
    assert address == lexicon["fr-fr"]
    assert read(client, address).find(id=anchor).find("dfn", string="cégep")


def test_note_without_a_lexicon_leads_nowhere(portal, client):
    assert not read(client, published(portal).url).select(".note a")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Le cégep</h2><p>Voilà.</p>",
        '<p>Voir <a href="https://example.org/">le cégep</a>.</p>',
        "<p>« Le cégep m’a tout appris », a dit Camille Exemple.</p>",
    ],
)
def test_note_stands_neither_in_headings_nor_links_nor_quotations(portal, client, html):
    assert notes_of(client, published(portal, html)) == []


def test_mention_in_a_heading_leaves_the_note_to_the_text(portal, client):
    (note,) = notes_of(client, published(portal, "<h2>Au cégep</h2><p>Le cégep accueille la délégation.</p>"))
    assert note.find_parent("p")


def test_introduction_counts_as_the_first_mention(portal, client):
    page = read(client, published(portal, introduction="Un cégep & ses laboratoires <ouverts>.").url)
    (note,) = page.select(".note")
    assert note.find_parent(class_="introduction")
    assert "Un cégep" in page.select_one(".introduction").get_text()
    assert "& ses laboratoires <ouverts>." in page.select_one(".introduction").get_text()


def test_source_page_has_no_note__its_city_speaks_to_its_own(portal, client):
    with factories.background_tasks():
        page = factories.news_page(portal, portal.thetford, body=factories.stream(("text", TWICE)))
    assert notes_of(client, page) == []


def test_approved_entry_brings_a_note__and_a_proposed_one_none(portal, client):
    page = published(portal, "<p>On remet un carnet de visite à chacun.</p>")
    entry = propose(portal, policy_to_france="gloss", definition="cahier; <script>alert(1)</script>")
    assert notes_of(client, page) == []
    decide(portal, entry, Variant.FR_FR)
    (note,) = notes_of(client, page)
    assert note.select_one("script") is None
    assert "Cahier\u202f;" in note.get_text()


def test_entry_to_keep_takes_the_engines_note_away(portal, client):
    page = published(portal)
    decide(portal, propose(portal, term_ca="cégep", term_fr="", policy_to_france="keep", policy_to_quebec=""),
           Variant.FR_FR)  # fmt: skip
    assert notes_of(client, page) == []


def test_notes_cost_no_query_for_each(portal, client):
    one = published(portal, slug="un")
    many = "".join(f"<p>Le {word} est ouvert.</p>" for word in ("cégep", "dépanneur", "CLSC", "CHSLD", "chalet"))
    five = published(portal, many, slug="cinq")
    client.get(one.url)
    counts = []
    for page in (one, five):
        with CaptureQueriesContext(connection) as queries:
            shown = client.get(page.url).content.decode()
        counts.append(len(queries))
    # One more or less: the shared generation is read again every half second.
    assert shown.count('class="note"') >= 3
    assert abs(counts[0] - counts[1]) <= 1
    assert max(counts) <= 12


def test_what_machines_read_has_no_note(portal, client):
    page = published(portal, introduction="Un cégep ouvert.")
    shown = client.get(page.url).content.decode()
    data = BeautifulSoup(shown, "html.parser").select_one('script[type="application/ld+json"]').get_text()
    description = BeautifulSoup(shown, "html.parser").select_one("meta[name=description]")["content"]
    feed = client.get("/fr-fr/actualites.atom").content.decode()
    assert "note__" in shown
    assert "note__" not in data + description + feed
    assert "Un cégep ouvert." in feed


def test_list_has_no_note(portal, client):
    page = published(portal, introduction="Un cégep ouvert.")
    assert notes_of(client, page.get_parent().specific) == []


def test_note_is_plain_phrasing_content():
    html = render_to_string("components/note.html", {"term": "<b>", "meaning": "a", "number": 1, "url": ""})
    assert {tag.name for tag in BeautifulSoup(html, "html.parser").find_all(True)} == {"span", "button"}
