"""The lexicon that citizens read, in both variants, and the notes that lead to it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.localization.glossary.lexicon import fold, public_lexicon
from portal.variants import Variant
from tests.home.lexicons import publish_lexicon
from tests.localization.glossary.entries import decide, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def lexicon(portal):
    return publish_lexicon(portal)


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("code", ["fr-ca", "fr-fr"])
def test_lexicon_stands_in_both_trees__with_its_switch_and_alternates(lexicon, client, code):
    page = read(client, lexicon[code])
    other = "fr-fr" if code == "fr-ca" else "fr-ca"
    assert page.select_one(f'link[rel=alternate][hreflang="{other[:3]}{other[3:].upper()}"]')
    assert page.select_one(f'.variants a[href="{lexicon[other]}"]')
    assert page.select_one(f'.footer a[href="{lexicon[code]}"]')
    assert lexicon[code] in client.get("/sitemap-1.xml").content.decode()


@pytest.mark.parametrize("code", ["fr-ca", "fr-fr"])
def test_words_are_in_order__each_with_its_address_and_its_sides(lexicon, client, code):
    page = read(client, lexicon[code])
    words = [dfn.get_text() for dfn in page.select(".lexicon__entry > dt:first-of-type dfn")]
    assert len(words) > 150
    assert [fold(word) for word in words] == sorted(fold(word) for word in words)
    anchors = [entry["id"] for entry in page.select(".lexicon__entry")]
    assert len(set(anchors)) == len(anchors)
    targets = {link["href"][1:] for link in page.select(".lexicon__letters a")}
    assert targets == {heading["id"] for heading in page.select(".lexicon__letter")}
    assert all(entry.select_one(".lexicon__source") for entry in page.select(".lexicon__entry"))


def test_addresses_are_the_same_in_both_variants(db):
    sides = [{line.key: line.anchor for line in public_lexicon(variant)} for variant in Variant]
    assert sides[0] == sides[1]


def test_word_without_a_source_says_so__and_habits_of_translators_stay_out(lexicon, client):
    page = read(client, lexicon["fr-fr"])
    unsourced = page.find("dfn", string="caisse populaire").find_parent("div")
    assert "source à confirmer" in unsourced.get_text()
    sourced = page.find("dfn", string="préfet").find_parent("div")
    assert "Source" in sourced.get_text()
    assert "source à confirmer" not in sourced.get_text()


def test_typography_is_the_readers(lexicon, client):
    texts = {code: read(client, url).select_one(".lexicon").get_text() for code, url in lexicon.items()}
    assert not re.search(r"\S[;!?]\s", texts["fr-fr"])
    assert "\u202f;" not in texts["fr-ca"]


def test_only_approved_entries_are_public(portal, lexicon, client):
    entry = propose(portal)
    assert "livret de visite" not in read(client, lexicon["fr-ca"]).get_text()
    decide(portal, entry, Variant.FR_FR)
    assert "livret de visite" in read(client, lexicon["fr-ca"]).get_text()
    decide(portal, entry, Variant.FR_FR, state="refused")
    assert "livret de visite" not in read(client, lexicon["fr-ca"]).get_text()


def test_approved_entry_takes_the_place_of_the_engines(portal, lexicon, client):
    fields = {"term_ca": "caisse populaire", "term_fr": "", "policy_to_france": "gloss", "policy_to_quebec": "",
              "gender_ca": "f", "definition": "banque qui appartient à ses membres"}  # fmt: skip
    decide(portal, propose(portal, **fields), Variant.FR_FR)
    page = read(client, lexicon["fr-fr"])
    found = page.find_all("dfn", string="caisse populaire")
    assert len(found) == 1
    assert "Banque qui appartient à ses membres." in found[0].find_parent("div").get_text()


@pytest.mark.parametrize("query", ["cégep", "CEGEP", "  cegep ", "Cégép"])
def test_filter_finds_a_word__whatever_its_accents(lexicon, client, query):
    page = read(client, lexicon["fr-fr"] + f"?q={query}")
    assert page.find("dfn", string=re.compile("^cégep"))
    assert len(page.select(".lexicon__entry")) < 20
    assert page.select_one('meta[name=robots][content^="noindex"]')
    assert page.select_one("input[name=q]")["value"] == query.strip()


def test_filter_that_finds_nothing_says_so__and_shows_no_markup_of_its_own(lexicon, client):
    response = client.get(lexicon["fr-fr"], {"q": '"><script>alert(1)</script>\x00zzz' + "x" * 500})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert "Aucun mot ne correspond" in response.content.decode()


def test_lexicon_costs_few_queries(lexicon, client):
    for url in (*lexicon.values(), lexicon["fr-fr"] + "?q=a"):
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        assert len(queries) <= 12
