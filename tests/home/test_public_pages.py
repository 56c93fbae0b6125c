"""What a citizen's browser gets: addresses, languages, alternates, queries, and what it must not get."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import DelegationStop, NewsPage, NewsPageInstitution
from portal.twinning.models import City, CooperationAxis
from tests import factories

pytestmark = pytest.mark.django_db
MAX_QUERIES = 12
# Data for machines in a script element is not run: it alone may stand in the page.
INLINE = re.compile(r"""<style|\sstyle=|<script(?! type="application/ld\+json">)(?![^>]*\bsrc=)|\son[a-z]+=""")
EXTERNAL = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//(?!testserver)[^"']*""")


@pytest.fixture
def published(portal):
    """One page of each type, public in both variants; the news item speaks of the two others."""
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    institution = factories.institution_page(portal, portal.thetford, axes=[axis])
    stop = DelegationStop(place="Laboratoire", institution=institution)
    delegation = factories.delegation_page(portal, portal.pau, stops=[stop])
    row = NewsPageInstitution(institution=institution)
    news = factories.news_page(portal, portal.thetford, title="On y va?", related_institutions=[row], axes=[axis])
    pages = [institution, delegation, news]
    return [(page, factories.publish_variant(portal, page)) for page in pages]


def test_each_page_answers_in_both_trees__with_its_language(published, client):
    for pair in published:
        for page in pair:
            answer = client.get(page.url)
            assert answer.status_code == 200
            assert f'<html lang="{page.portal_locale.tag}"' in answer.text
            assert answer["Content-Language"] == page.portal_locale.tag
            assert page.title in answer.text


def test_alternates_point_at_each_other(published, client):
    for source, variant in published:
        texts = [client.get(page.url).text for page in (source, variant)]
        for page in (source, variant):
            link = f'<link rel="alternate" hreflang="{page.portal_locale.tag}" href="http://testserver{page.url}">'
            assert all(link in text for text in texts)
        assert all('hreflang="x-default" href="http://testserver/"' in text for text in texts)


def test_page_without_public_variant_has_no_alternate_there(portal, client):
    page = factories.news_page(portal, portal.thetford)
    text = client.get(page.url).text
    assert '<link rel="alternate" hreflang="fr-CA"' in text
    assert '<link rel="alternate" hreflang="fr-FR"' not in text
    assert 'href="/fr-fr/news/"' in text


def test_unread_variant_is_not_public(portal, client):
    page = factories.news_page(portal, portal.thetford)
    variant = factories.variant_of(page)
    assert client.get(f"/fr-fr/news/{variant.slug}/").status_code == 404
    assert page.title not in client.get("/fr-fr/news/").text
    assert page.title not in client.get("/fr-fr/").text


def test_related_pages_are_those_of_the_readers_tree(published, client):
    (institution, institution_variant), _, (news, news_variant) = published
    assert f'href="{institution_variant.url}"' in client.get(news_variant.url).text
    assert f'href="{institution.url}"' not in client.get(news_variant.url).text
    assert f'href="{news.url}"' in client.get(institution.url).text


@pytest.mark.parametrize("header", ["fr", "en", "fr-BE,fr;q=0.8", ""])
def test_neutral_page_sends_nobody_to_a_city(portal, client, header):
    answer = client.get(reverse("neutral"), headers={"accept-language": header})
    assert answer.status_code == 200
    assert 'href="/fr-ca/"' in answer.text
    assert 'href="/fr-fr/"' in answer.text
    assert "Accept-Language" in answer["Vary"]


@pytest.mark.parametrize(("header", "address"), [("fr-CA", "/fr-ca/"), ("fr-FR,en;q=0.5", "/fr-fr/")])
def test_neutral_page_sends_a_browser_where_it_asks_outright(portal, client, header, address):
    assert client.get(reverse("neutral"), headers={"accept-language": header}).url == address


@pytest.mark.parametrize("path", ["/actualites/", "/fr/", "/fr-be/", "/fr-fr/rien/"])
def test_unknown_address_is_not_found__and_not_redirected_to_a_city(portal, client, path):
    answer = client.get(path, headers={"accept-language": "fr-CA"})
    assert answer.status_code == 404
    assert "Page introuvable" in answer.text


def all_urls(published):
    lists = ["news/", "delegations/", "institutions/", ""]
    return ["/", *(f"/{code}/{path}" for code in ("fr-ca", "fr-fr") for path in lists)] + [
        page.url for pair in published for page in pair
    ]


def test_citizen_gets_no_cookie_and_nothing_from_outside(published, client):
    for url in all_urls(published):
        answer = client.get(url)
        assert not answer.cookies, url
        assert not EXTERNAL.findall(answer.text), url


def test_public_policy_allows_nothing_inline(published, client):
    for url in all_urls(published):
        answer = client.get(url)
        assert "unsafe-inline" not in answer["Content-Security-Policy"], url
        assert not INLINE.search(answer.text), url


def test_admin_policy_alone_allows_inline(portal, client):
    client.force_login(portal.people["administration"])
    assert "'unsafe-inline'" in client.get("/admin/")["Content-Security-Policy"]


def count_queries(client, url):
    """What an uncached page asks once the process knows what stands around every page, the generation included."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    statements = [query["sql"] for query in queries if "content_generation" not in query["sql"]]
    return len(statements) + 1, statements


def test_pages_need_few_queries(published, client):
    for url in all_urls(published):
        number, statements = count_queries(client, url)
        assert number <= MAX_QUERIES, f"{url}: {number}\n" + "\n".join(statements)


def test_number_of_queries_is_flat__with_many_items(portal, client):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    image = factories.picture()

    def add(number):
        city = portal.thetford if number % 2 else portal.pau
        fields = {"slug": f"item-{number}", "image": image, "image_alt_text": "Un aplat", "axes": [axis]}
        factories.publish_variant(portal, factories.news_page(portal, city, **fields))
        factories.publish_variant(portal, factories.institution_page(portal, city, slug=f"lieu-{number}", axes=[axis]))
        factories.publish_variant(portal, factories.delegation_page(portal, city, slug=f"mission-{number}"))

    urls = [f"/fr-ca/{path}" for path in ("", "news/", "delegations/", "institutions/")]
    add(0), add(1)
    few = [count_queries(client, url)[0] for url in urls]
    for number in range(2, 7):
        add(number)
    assert [count_queries(client, url)[0] for url in urls] == few
    assert max(few) <= MAX_QUERIES


def test_filters_are_kept_in_the_address_and_across_pages(portal, client):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    for number in range(13):
        factories.news_page(portal, portal.thetford, slug=f"item-{number}", title=f"Chimie {number}", axes=[axis])
    factories.news_page(portal, portal.thetford, slug="autre", title="Sans axe")
    answer = client.get("/fr-ca/news/?axis=chimie-verte&year=2022&city=thetford-mines")
    assert "Sans axe" not in answer.text
    assert answer.context["items"].paginator.count == 13
    assert re.search(r'href="\?[^"]*axis=chimie-verte[^"]*page=2"', answer.text)
    assert '<option value="chimie-verte" selected>' in answer.text
    second = client.get("/fr-ca/news/?axis=chimie-verte&page=2")
    assert len(second.context["items"]) == 1
    assert second.context["navigation"].canonical == "http://testserver/fr-ca/news/?page=2"


@pytest.mark.parametrize(
    "query", ["city=lyon", "year=zéro", "axis=%00", "page=abc", "page=999", "year=20222", "kind=x"]
)
def test_unknown_filter_is_ignored(portal, client, query):
    factories.news_page(portal, portal.thetford, title="Toujours là")
    answer = client.get(f"/fr-ca/news/?{query}")
    assert answer.status_code == 200
    assert "Toujours là" in answer.text


def test_list_of_a_city_holds_what_it_leads__in_either_tree(portal, client):
    factories.publish_variant(portal, factories.news_page(portal, portal.thetford, title="De Thetford", slug="t"))
    factories.news_page(portal, portal.pau, title="De Pau", slug="p")
    text = client.get("/fr-fr/news/?city=thetford-mines").text
    assert "De Thetford" in text
    assert "De Pau" not in text


def test_markup_typed_into_a_field_is_escaped(portal, client):
    hostile = "<script>alert(1)</script>"
    page = factories.news_page(portal, portal.thetford, title=hostile, introduction=hostile)
    for url in (page.url, "/fr-ca/news/", "/fr-ca/"):
        assert hostile not in client.get(url).text


def test_home_counts_what_the_pages_say(published, client):
    figures = client.get("/fr-ca/").context["figures"]
    assert (figures.delegations, figures.institutions_met, figures.axes) == (1, 1, 1)
    assert NewsPage.objects.live().count() == City.objects.count()


def test_list_is_read_in_the_order_of_its_index__not_sorted_from_all_pages(portal):
    """With ten thousand news items a page of twelve reads twelve."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # A handful of rows is read at once and sorted; the plan of many is what counts.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    news_list = factories.tree_of(portal, portal.thetford).news.specific
    plan = news_list.get_items()[:12].explain()
    assert "news_latest_first" in plan
    assert "TEMP B-TREE" not in plan
