"""The API v2, as a program reads it: what is public, as its readers see it, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from news.models import (
    DelegationCommitment,
    DelegationMember,
    DelegationStop,
    NewsPageDelegation,
    NewsPageInstitution,
)
from portal.content.models import PortalDocument
from portal.twinning.models import CooperationAxis
from tests import factories
from tests.machines.reading import MAX_QUERIES, check_conditional, count_queries

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"
ENGLISH = ("not found", "unknown", "field", "invalid", "error", "must be", "allowed")


def links_to(page):
    item = {"type": "item", "id": str(uuid.uuid4()), "value": {"label": "Elle", "page": page.pk, "url": ""}}
    return ("link_list", {"heading": "Voir aussi", "links": [item]})


@pytest.fixture
def mission(portal):
    """A mission of Thetford Mines with all that it is made of, published in both variants."""
    centre = factories.institution_page(portal, portal.pau, title="Centre d’essai", slug="centre-d-essai")
    factories.publish_variant(portal, centre)
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    page = factories.delegation_page(
        portal,
        portal.thetford,
        axes=[axis],
        members=[DelegationMember(name="Anne Untel", institution=centre)],
        stops=[DelegationStop(day_on=dt.date(2022, 9, 12), place="Pau", institution=centre)],
        commitments=[DelegationCommitment(description="Revenir", owner=portal.pau, due_on=dt.date(2030, 1, 1))],
    )
    factories.publish_variant(portal, page)
    return page


def read(client, url, status=200):
    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    return json.loads(answer.content)


def titles(client, query=""):
    return [item["title"] for item in read(client, PAGES + query)["items"]]


def test_page_is_told_as_its_readers_see_it__in_each_variant(client, portal, mission):
    for page in (mission, factories.variant_of(mission)):
        found = read(client, f"{PAGES}{page.pk}/")
        assert found["meta"]["html_url"] == f"http://testserver{page.url}"
        assert found["meta"]["detail_url"] == f"http://testserver{PAGES}{page.pk}/"
        assert found["meta"]["translation_key"] == str(mission.translation_key)
        assert (found["lead_city"]["slug"], found["origin"]["name"]) == ("thetford-mines", "Thetford Mines")
        assert found["licence"]["name"].startswith("Creative Commons")
        assert [axis["slug"] for axis in found["axes"]] == ["chimie-verte"]
        # The row was written with the institution of one tree: each reader is led to that of his own.
        institution = found["stops"][0]["institution"]
        assert institution["html_url"].startswith(f"http://testserver/{page.locale.language_code}/")
        assert found["members"][0]["institution"] == institution
        assert (found["commitments"][0]["owner"]["slug"], found["commitments"][0]["state"]) == ("pau", "planned")


def test_prose_is_html_whose_links_lead_to_the_readers_tree(client, portal, mission):
    link = f'<p><a linktype="page" id="{mission.pk}">La mission</a></p>'
    body = factories.stream(("text", link), links_to(mission))
    page = factories.news_page(portal, portal.thetford, body=body)
    for page_, code in ((page, "fr-ca"), (factories.publish_variant(portal, page), "fr-fr")):
        text, links = read(client, f"{PAGES}{page_.pk}/")["body"]
        assert f'href="/{code}/delegations/' in text["value"]
        assert "linktype" not in text["value"]
        assert links["value"]["links"][0]["page"]["html_url"].startswith(f"http://testserver/{code}/delegations/")


def test_picture_is_told_with_its_words_and_its_author(client, portal):
    image = factories.picture(credit="Ville de Pau, A. Untel")
    block = {"image": {"image": image.pk, "alt_text": "Deux élus", "decorative": False}, "caption": "À Pau"}
    fields = {"image": image, "image_alt_text": "Le pont", "body": factories.stream(("picture", block))}
    found = read(client, f"{PAGES}{factories.news_page(portal, portal.pau, **fields).pk}/")
    assert (found["image"]["alt"], found["image"]["credit"]) == ("Le pont", "Ville de Pau, A. Untel")
    assert found["body"][0]["value"]["image"]["alt"] == "Deux élus"
    assert found["image"]["url"].startswith("http://testserver/media/")


def test_lists_are_narrowed_by_type_variant_and_counterpart(client, portal, mission):
    variant = factories.variant_of(mission)
    assert titles(client, "?type=news.DelegationPage&locale=fr-fr") == [variant.title]
    assert titles(client, "?type=news.DelegationPage&starts_on=2022-09-12&locale=fr-ca") == [mission.title]
    assert titles(client, f"?translation_of={mission.pk}") == [variant.title]
    (item,) = read(client, f"{PAGES}?type=news.DelegationPage&locale=fr-ca&fields=starts_on,axes,host,status")["items"]
    assert (item["starts_on"], item["host"]["slug"], item["status"]) == ("2022-09-12", "pau", "over")


def test_address_of_a_page_leads_to_its_entry(client, mission):
    answer = client.get(f"{PAGES}find/?html_path={mission.url}")
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, f"http://testserver{PAGES}{mission.pk}/")


def test_nothing_unpublished_private_or_archived_is_listed(client, portal):
    factories.news_page(portal, portal.thetford, title="Brouillon", slug="brouillon", publish=False)
    private = factories.news_page(portal, portal.thetford, title="Privée", slug="privee")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    archived = factories.news_page(portal, portal.thetford, title="Archivée", slug="archivee")
    type(archived).objects.filter(pk=archived.pk).update(archived_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    changed = factories.news_page(portal, portal.thetford, title="Publiée", slug="publiee")
    changed.title = "Retouche à venir"
    changed.save_revision()
    assert titles(client, "?type=news.NewsPage") == ["Publiée"]
    assert read(client, f"{PAGES}{archived.pk}/")["meta"]["archived_at"] == "2026-01-01T00:00:00Z"
    assert read(client, f"{PAGES}{private.pk}/", 404)["message"] == "Rien n’est publié à cette adresse."
    client.force_login(portal.people["thetford-mines-approbation"])
    assert titles(client, "?type=news.NewsPage") == ["Publiée"]
    read(client, f"{PAGES}{private.pk}/", 404)


def test_page_does_not_name_what_is_not_public(client, portal):
    """A news item may speak of a mission that is not published yet: its title is nobody's to read."""
    secret = factories.delegation_page(portal, portal.thetford, title="Mission secrète", publish=False)
    hidden = factories.institution_page(portal, portal.thetford, title="Centre fermé")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    page = factories.news_page(
        portal,
        portal.thetford,
        related_delegations=[NewsPageDelegation(delegation=secret)],
        related_institutions=[NewsPageInstitution(institution=hidden)],
        body=factories.stream(links_to(secret)),
    )
    answer = client.get(f"{PAGES}{page.pk}/")
    assert json.loads(answer.content)["related_delegations"][0]["delegation"] is None
    assert "secrète" not in answer.text
    assert "fermé" not in answer.text


@pytest.mark.parametrize("endpoint", ["images", "documents", "users"])
def test_library_of_the_cities_is_not_listed(client, portal, endpoint):
    """What stands in the library was not published by standing there."""
    factories.picture()
    assert client.get(f"/api/v2/{endpoint}/").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "?bogus=1",
        "?type=auth.User",
        "?type=news.Nothing",
        "?fields=body",
        "?fields=((",
        "?fields=secret",
        "?limit=-1",
        "?limit=9999",
        "?offset=abc",
        "?offset=99999999999999999999999",
        "?fields=" + "a(" * 3_000,
        "?type=news.DelegationPage&order=axes",
        "?type=news.DelegationPage&members=1",
        "?type=news.NewsPage&image=99999999999999999999",
        "?type=news.NewsPage&lead_city=99999999999999999999",
        "?order=password",
        "?locale=en",
        "?child_of=abc",
        "?translation_of=99999999999999999999999",
        "?type=news.NewsPage&published_on=hier",
        "?type=news.NewsPage&lead_city=abc",
        "?type=news.NewsPage&title=%00",
        "?type=news.NewsPage&body=x",
        "?type=news.NewsPage&axes=abc",
        "?rich_text_format=doc",
        "?search=portail",
        "find/?id=abc",
    ],
)
def test_question_that_is_not_understood_says_what_is__in_french(client, portal, query):
    answer = client.get(PAGES + query)
    assert answer.status_code in (200, 400, 404)
    if answer.status_code != 200:
        message = json.loads(answer.content)["message"]
        assert message.startswith(("Un paramètre", "Rien n’est publié"))
        assert not any(word in message.split(":")[0] for word in ENGLISH)


def test_unknown_page_is_not_found__whatever_its_number(client, portal):
    for number in (0, 999_999, 10**30):
        read(client, f"{PAGES}{number}/", 404)


def test_nothing_is_written(client, portal, mission):
    for method in (client.post, client.put, client.patch, client.delete, client.options):
        assert method(f"{PAGES}{mission.pk}/").status_code == 405


def test_answer_is_kept_until_something_is_published(client, mission):
    check_conditional(client, PAGES)
    check_conditional(client, f"{PAGES}{mission.pk}/")


def test_answer_is_renewed__when_the_picture_that_it_tells_has_changed(client, portal):
    image = factories.picture(credit="Ville de Pau")
    page = factories.news_page(portal, portal.pau, image=image, image_alt_text="Le pont")
    url = f"{PAGES}{page.pk}/"
    held = {"if-none-match": client.get(url)["ETag"]}
    image.credit = "Ville de Pau, A. Untel"
    with factories.background_tasks():
        image.save()
    assert client.get(url, headers=held).json()["image"]["credit"] == "Ville de Pau, A. Untel"


def test_page_is_listed_once__whatever_the_order(client, portal, mission):
    axes = [CooperationAxis.objects.create(name=name, slug=name) for name in ("eau", "bois")]
    factories.publish(mission, axes=[*mission.axes.all(), *axes])
    assert client.get(f"{PAGES}?type=news.DelegationPage&order=axes").status_code == 400
    items = read(client, f"{PAGES}?type=news.DelegationPage&order=-starts_on")["items"]
    assert len({item["id"] for item in items}) == len(items) == 2


def test_number_of_queries_is_flat(client, portal, mission):
    lists = f"{PAGES}?type=news.DelegationPage&fields=*&limit=100"
    few, detail = count_queries(client, lists), count_queries(client, f"{PAGES}{mission.pk}/")
    document = PortalDocument.objects.create(title="Preuve", file="preuve.pdf")
    for number in range(4):
        factories.delegation_page(portal, portal.thetford, slug=f"autre-{number}", axes=list(mission.axes.all()))
        DelegationCommitment.objects.create(
            page=mission, owner=portal.pau, proof_document=document, proof_page=mission, locale=mission.locale
        )
    assert count_queries(client, lists) == few <= MAX_QUERIES
    for query in ("?limit=100", "?type=wagtailcore.Page&limit=100"):
        assert count_queries(client, PAGES + query) <= MAX_QUERIES
    # The one more is for the pages that the promises name as their proof.
    assert count_queries(client, f"{PAGES}{mission.pk}/") <= detail + 1
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{PAGES}{mission.pk}/")
    assert len(queries) <= 2 * MAX_QUERIES
