"""The page of results: what the address carries, what was understood, and what nobody can break."""

from __future__ import annotations

import datetime as dt
import html

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.twinning.models import CooperationAxis
from tests import factories

pytestmark = pytest.mark.django_db
MAX_QUERIES = 12
HOSTILE = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "'",
    '"',
    '" OR "1"="1',
    "') | ('",
    "a & | ! ( ) <-> :*",
    "mine:*",
    "!mine",
    "NEAR(mine pau)",
    "title:mine",
    "{title} : mine",
    "mine*",
    "^mine",
    "%_%",
    "\\",
    "😀",
    "mine 😀 ville",
    "\u202emine",
    "و العربية",
    "日本",
    "<script>alert(1)</script>",
    "l'",
    "d’",
    "-",
    "sous-",
    "et le de",
    "a",
    "1e5 1,5 2022-09-12",
    "x" * 5000,
    "mine " * 800,
    "aaaaaaaa bbbbbbbb cccccccc dddddddd eeeeeeee ffffffff gggggggg hhhhhhhh iiiiiiii jjjjjjjj kkkkkkkk",
]


@pytest.fixture
def pages(portal):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    fields = {"slug": "mine", "axes": [axis], "published_on": dt.date(2024, 5, 2)}
    news = factories.news_page(portal, portal.thetford, title="La mine à ciel ouvert", **fields)
    institution = factories.institution_page(portal, portal.pau, title="Musée de la mine")
    delegation = factories.delegation_page(portal, portal.pau, title="Descendre à la mine")
    return [news, institution, delegation]


def ask(client, query, code="fr-ca"):
    return client.get(f"/{code}/recherche/?{query}")


def read(answer):
    return html.unescape(answer.text).replace("\u00a0", " ")


def titles(answer):
    return [result.page.title for result in answer.context["items"]]


def test_search_without_a_question_shows_what_to_try(portal, client):
    answer = client.get("/fr-ca/recherche/")
    assert answer.status_code == 200
    assert "results" not in answer.context
    assert "Bien chercher" in answer.text
    assert '<search class="search__box">' in answer.text


def test_page_is_kept_out_of_indexes_and_leaves_no_cookie(pages, client):
    answer = ask(client, "q=mine")
    assert '<meta name="robots" content="noindex, follow">' in answer.text
    assert not answer.cookies


def test_every_page_leads_to_the_search(pages, client):
    for url in ("/fr-ca/", "/fr-fr/news/", pages[0].url, "/fr-ca/contact/", "/fr-ca/rien/"):
        code = url.split("/")[1]
        assert f'<a class="search-link" href="/{code}/recherche/"' in client.get(url).text, url


def test_switch_of_variant_asks_the_same_question(pages, client):
    assert 'href="/fr-fr/recherche/?q=mine&amp;type=actualites"' in ask(client, "q=mine&type=actualites").text


def test_filters_narrow_the_results(pages, client):
    news, institution, delegation = (page.title for page in pages)
    assert set(titles(ask(client, "q=mine"))) == {news, institution, delegation}
    assert titles(ask(client, "q=mine&type=actualites")) == [news]
    assert set(titles(ask(client, "q=mine&ville=pau"))) == {institution, delegation}
    assert titles(ask(client, "q=mine&axe=chimie-verte")) == [news]
    assert titles(ask(client, "q=mine&annee=2022")) == [delegation]
    assert titles(ask(client, "annee=2024")) == [news]


def test_kinds_tell_their_numbers__whichever_is_chosen(pages, client):
    for query in ("q=mine", "q=mine&type=delegations"):
        kinds = {kind.label: kind.number for kind in ask(client, query).context["kinds"]}
        assert kinds == {"Tout": 3, "Actualités": 1, "Délégations": 1, "Institutions": 1}


def test_filters_that_hide_everything_are_told__with_a_way_out(pages, client):
    text = ask(client, "q=mine&annee=2024&ville=pau").text
    assert 'href="?q=mine"' in text
    assert "Voir les 3 résultats sans les filtres" in " ".join(text.split())


def test_unknown_filter_is_ignored(pages, client):
    for query in ("type=x", "ville=lyon", "axe=rien", "annee=zero", "annee=99999", "page=-1", "page=z", "q=&q=mine"):
        assert len(titles(ask(client, f"q=mine&{query}"))) == len(pages), query


def test_corrected_word_is_told(pages, client):
    text = read(ask(client, "q=misée"))
    assert "Aucune page ne contient « misée »." in text
    assert '<a href="?q=mus%C3%A9e">musée</a>' in text.replace("Musée</a>", "musée</a>").replace("q=Mus", "q=mus")


def test_word_that_is_like_no_other_is_told(pages, client):
    text = read(ask(client, "q=zygomorphe"))
    assert "Aucune page ne contient « zygomorphe » ni aucun mot proche." in text
    assert "Bien chercher" in text


def test_rare_word_that_looks_like_a_frequent_one_is_suggested(pages, portal, client):
    factories.news_page(portal, portal.thetford, title="Il mime", slug="mime")
    for number in range(3):
        factories.news_page(portal, portal.thetford, title="Encore une mine", slug=f"mine-{number}")
    answer = ask(client, "q=mime")
    assert titles(answer) == ["Il mime"]
    assert 'Vouliez-vous dire <a href="?q=mine">mine</a>' in answer.text
    assert "Vouliez-vous dire" not in ask(client, "q=mine").text


def test_words_that_no_page_holds_together_find_the_pages_that_hold_some(pages, client):
    answer = ask(client, "q=musée ciel")
    assert len(titles(answer)) == 2
    assert "Voici celles qui en contiennent une partie" in answer.text


def test_word_of_the_other_side_is_looked_for_too(portal, client):
    factories.news_page(portal, portal.pau, title="Écrivez un e-mail", slug="ecrire")
    answer = ask(client, "q=courriel", "fr-fr")
    assert titles(answer) == ["Écrivez un e-mail"]
    assert "Nous avons aussi cherché" in answer.text


def test_excerpt_shows_the_words_marked__and_everything_else_escaped(portal, client):
    filler = "Rien. " * 100
    body = factories.stream(("text", f"<p>{filler}La <b>tourbière</b> &lt;script&gt; du lac. {filler}</p>"))
    factories.news_page(portal, portal.thetford, title="<i>Sphaignes</i>", body=body)
    text = ask(client, "q=TOURBIERES").text
    assert "<mark>tourbière</mark> &lt;script&gt;" in text
    assert "&lt;i&gt;Sphaignes&lt;/i&gt;" in text
    assert "<i>" not in text


def test_question_is_escaped_wherever_it_is_repeated(pages, client):
    assert "<script>alert" not in ask(client, "q=<script>alert(1)</script>").text


def test_whatever_is_typed_gets_an_answer(pages, client):
    for typed in HOSTILE:
        for name in ("q", "type", "ville", "axe", "annee", "page"):
            assert client.get("/fr-ca/recherche/", {"q": "mine", name: typed}).status_code == 200, (name, typed)


def count_queries(client, query):
    ask(client, query)
    with CaptureQueriesContext(connection) as queries:
        ask(client, query)
    statements = [query["sql"] for query in queries if "content_generation" not in query["sql"]]
    return len(statements) + 1, statements


def test_few_queries__however_many_results_and_faults(pages, portal, client):
    questions = [
        "q=mine",
        "q=mime",
        "q=mime zzzzzz musez yyyyyyyy xxxxxxxx",
        "q=musée ciel&ville=pau",
        "q=zzzzzzzz yyyyyyyyy&annee=2022&type=pages&ville=pau",
        "q=musée ciel ouvert yyyyyyyy musse&annee=2022&type=pages&ville=pau",
        "annee=2022",
    ]
    few = [count_queries(client, question) for question in questions]
    for number, statements in few:
        assert number <= MAX_QUERIES, "\n".join(statements)
    axis = CooperationAxis.objects.get()
    for number in range(12):
        factories.news_page(portal, portal.thetford, slug=f"mine-{number}", title=f"La mine {number}", axes=[axis])
    assert count_queries(client, "q=mine")[0] <= few[0][0]


def test_results_come_by_ten__the_address_keeps_the_question(portal, client):
    for number in range(12):
        factories.news_page(portal, portal.thetford, slug=f"mine-{number}", title=f"La mine {number}")
    first = ask(client, "q=mine&ville=thetford-mines")
    assert len(titles(first)) == 10
    assert 'href="?q=mine&amp;ville=thetford-mines&amp;page=2"' in first.text
    assert len(titles(ask(client, "q=mine&page=2"))) == 2
