"""What templates ask about pages and lists."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import RequestContext, Template
from django.template.loader import render_to_string

from portal import locales
from portal.content.templatetags import portal_pages as pages


@pytest.mark.parametrize(
    ("query_string", "number", "expected"),
    [("", 1, "?"), ("", 3, "?page=3"), ("city=pau", 1, "?city=pau"), ("city=pau", 2, "?city=pau&page=2")],
)
def test_another_page_of_a_list_keeps_the_filters(query_string, number, expected):
    assert pages.list_address(query_string, number) == expected


def test_a_long_list_leaves_numbers_out():
    items = Paginator(range(1000), 10).page(50)

    assert list(pages.page_numbers(items)) == [1, "…", 49, 50, 51, "…", 100]


def test_the_pagination_keeps_the_filters_and_says_where_one_is():
    items = Paginator(range(30), 12).page(2)

    html = render_to_string("components/pagination.html", {"items": items, "query_string": "city=pau&axis=mines"})

    assert 'href="?city=pau&amp;axis=mines"' in html
    assert 'href="?city=pau&amp;axis=mines&amp;page=3"' in html
    assert html.count("aria-current") == 1


def test_there_is_no_pagination__when_there_is_one_page():
    items = Paginator(range(3), 12).page(1)

    assert render_to_string("components/pagination.html", {"items": items, "query_string": ""}).strip() == ""


def test_the_city_that_adapts_is_the_one_whose_french_the_page_is_in():
    assert pages.adapting_city(SimpleNamespace(portal_locale=locales.FR_FR)) == "Pau"
    assert pages.adapting_city(SimpleNamespace(portal_locale=locales.FR_CA)) == "Thetford Mines"


def test_the_menu_says_which_page_one_is_on_or_below():
    entry = SimpleNamespace(pk=3)
    inside = SimpleNamespace(page=SimpleNamespace(pk=7), ancestors=[SimpleNamespace(pk=1), entry])

    assert pages.current_state(entry, SimpleNamespace(page=entry, ancestors=[])) == ' aria-current="page"'
    assert pages.current_state(entry, inside) == ' aria-current="true"'
    assert pages.current_state(entry, SimpleNamespace(page=SimpleNamespace(pk=7), ancestors=[])) == ""
    assert pages.current_state(entry, SimpleNamespace(page=None, ancestors=[])) == ""


def test_a_page_finds_its_address__inside_an_include_with_only(rf):
    page = SimpleNamespace(get_url=lambda request: "/fr-ca/actualites/" if request else "")
    inner = Template("{% load portal_pages %}{% address page %}")
    context = RequestContext(rf.get("/fr-ca/"), {"inner": inner, "page": page})

    assert Template("{% include inner with page=page only %}").render(context) == "/fr-ca/actualites/"


@pytest.mark.parametrize(
    ("url", "expected"),
    [("https://www.example.org/coalia", "example.org"), ("https://pau.example.org", "pau.example.org")],
)
def test_a_site_is_told_by_its_host(url, expected):
    assert pages.external_host(url) == expected


def test_the_error_page_needs_neither_context_nor_database():
    html = render_to_string("500.html")

    assert 'lang="fr"' in html
    assert "style=" not in html
    assert "<script" not in html
