"""The queue and the report: what waits, for whom, since when, and only what the reader may see."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from portal.localization.decisions import DecideSegmentsAction, ReopenSegmentAction
from portal.localization.desk.queue import Standing, review_queue
from portal.localization.desk.report import as_plain_text
from portal.localization.hand_over import HandOverAction
from portal.localization.preparation import prepare_variant
from portal.localization.segments import load_segments
from portal.twinning.models import CooperationAxis
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(portal, client):
    client.force_login(portal.people["pau-revision"])
    return portal.people["pau-revision"]


def item_of(user, page):
    return next(item for item in review_queue(user) if item.variant.translation_key == page.translation_key)


def read_all(portal, page):
    translation = prepare_variant(page)
    choices = [(segment, segment.text) for segment in load_segments(translation) if not segment.is_decided]
    reviewer = factories.reviewer_of(portal, page)
    DecideSegmentsAction(translation, factories.variant_of(page), choices, reviewer).execute()


def titles(client, **filters):
    shown = BeautifulSoup(client.get(reverse("variant_review:queue"), filters).text, "html.parser")
    return {link.text for link in shown.select("tbody a")}


def test_standing_follows_the_life_of_a_variant(portal, reviewer):
    page = factories.news_page(portal, portal.thetford)
    assert item_of(reviewer, page).standing is Standing.TO_READ
    read_all(portal, page)
    assert item_of(reviewer, page).standing is Standing.READY
    factories.publish_variant(portal, page)
    assert item_of(reviewer, page).standing is Standing.PUBLISHED
    factories.publish(page, introduction="Un tout autre chapô.")
    item = item_of(reviewer, page)
    assert (item.standing, item.to_see_again) == (Standing.LATE, 1)
    read_all(portal, page)
    assert item_of(reviewer, page).standing is Standing.READY


def rich_page(portal):
    """As the editor writes it: blocks with keys, a link, bold words, a list."""
    text = (
        '<p data-block-key="a1b2c">Un <b>mot</b>, <a href="https://example.org/a">un lien</a>&nbsp;&amp; la suite.</p>'
        '<ul><li data-block-key="d3e4f">Un</li><li data-block-key="g5h6i">Deux</li></ul>'
    )
    quote = {"text": "Une bonne fin de semaine!", "speaker": "Camille Exemple", "office": "mairesse d’essai"}
    body = factories.stream(("text", text), ("quote", quote), ("text", "<p>Un</p><p>Deux</p>"))
    return factories.news_page(portal, portal.thetford, body=body)


def test_variant_stays_published__when_only_facts_of_its_source_changed(portal, reviewer):
    page = rich_page(portal)
    published_at = factories.publish_variant(portal, page).last_published_at
    factories.publish(page, published_on=dt.date(2022, 12, 1))
    variant = factories.variant_of(page)
    assert variant.published_on == dt.date(2022, 12, 1)
    assert variant.last_published_at == published_at
    assert item_of(reviewer, page).standing is Standing.PUBLISHED


def rearranged(page):
    return json.dumps(list(reversed(page.body.get_prep_value())))


def with_another_heading(page):
    return json.dumps(page.body.get_prep_value()).replace("<p>Un</p>", "<h3>Un</h3>")


@pytest.mark.parametrize("change", [rearranged, with_another_heading])
def test_variant_is_to_be_published_again__when_its_source_says_the_same_otherwise_built(portal, reviewer, change):
    page = rich_page(portal)
    factories.publish_variant(portal, page)
    factories.publish(page, body=change(page))
    assert item_of(reviewer, page).standing is Standing.READY
    factories.publish_variant(portal, page)
    assert item_of(reviewer, page).standing is Standing.PUBLISHED


def test_variant_that_changed_hands_is_published__until_its_new_source_changes(portal, reviewer):
    page = rich_page(portal)
    variant = factories.publish_variant(portal, page)
    for source in (page, variant):
        source = type(source).objects.get(pk=source.pk)
        HandOverAction(source, portal.people[f"{source.lead_city.slug}-approbation"]).execute()
        assert item_of(reviewer, page).standing is Standing.PUBLISHED
    factories.publish(page, title="Un autre titre")
    assert item_of(reviewer, page).standing is Standing.LATE


def test_reopened_segment_waits_again(portal, reviewer):
    page = factories.news_page(portal, portal.thetford)
    read_all(portal, page)
    translation = prepare_variant(page)
    segment = load_segments(translation)[0]
    ReopenSegmentAction(translation, factories.variant_of(page), [(segment, "")], reviewer).execute()
    item = item_of(reviewer, page)
    assert (item.decided, item.total) == (2, 3)


def begin_long_ago(page):
    """The proposals that the page's variant has now were made years ago."""
    proposals = StringTranslation.objects.filter(context__object_id=page.translation_key)
    proposals.update(created_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))


def test_age_is_that_of_the_oldest_text_that_nobody_read__whatever_was_published_since(portal, reviewer):
    page = factories.news_page(portal, portal.thetford)
    begin_long_ago(page)
    factories.publish(page, introduction="Un tout autre chapô.")
    assert item_of(reviewer, page).days > 365
    read_all(portal, page)
    assert item_of(reviewer, page).days == 0


def test_filters_narrow_the_queue__and_unknown_choices_do_not(portal, client, reviewer):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    public = factories.news_page(portal, portal.thetford, title="Publiée", slug="publiee", axes=[axis])
    factories.publish_variant(portal, public)
    ready = factories.news_page(portal, portal.thetford, title="Prête", slug="prete")
    read_all(portal, ready)
    late = factories.news_page(portal, portal.thetford, title="Tardive", slug="tardive")
    factories.publish_variant(portal, late)
    factories.publish(late, introduction="Un tout autre chapô.")
    other = factories.institution_page(portal, portal.pau, title="Neuve", slug="neuve", axes=[axis])
    begin_long_ago(other)
    everything = {"Publiée", "Prête", "Tardive", "Neuve"}
    assert titles(client) >= everything
    assert titles(client, etat="a-traiter") & everything == {"Neuve"}
    assert titles(client, etat="a-revoir") == {"Tardive"}
    assert titles(client, etat="en-retard") == {"Tardive"}
    assert titles(client, etat="pretes") == {"Prête"}
    assert titles(client, etat="publiees") == {"Publiée"}
    assert titles(client, axe="chimie-verte") == {"Publiée", "Neuve"}
    assert titles(client, axe="chimie-verte", ville="thetford-mines") == {"Neuve"}
    assert titles(client, age="30") == {"Neuve"}
    assert titles(client, etat="<script>", age="x", ville="?") >= everything


def test_queue_takes_the_same_queries_whatever_its_length(portal, client, reviewer, django_assert_max_num_queries):
    for number in range(6):
        factories.news_page(portal, portal.thetford, slug=f"page-{number}")
    client.get(reverse("variant_review:queue"))
    with django_assert_max_num_queries(24):
        client.get(reverse("variant_review:queue"))


def test_next_leads_along_the_queue_of_ones_own_city(portal, client, reviewer):
    pages = [factories.news_page(portal, portal.thetford, slug=f"page-{number}") for number in range(2)]
    factories.news_page(portal, portal.pau, slug="de-pau")
    variants = [factories.variant_of(page).pk for page in pages]
    for here, there in (variants, variants[::-1]):
        answer = client.get(reverse("variant_review:following", args=[here]))
        assert answer.url == reverse("variant_review:review", args=[there])
    factories.publish_variant(portal, pages[0])
    answer = client.get(reverse("variant_review:following", args=[variants[1]]))
    assert answer.url == reverse("variant_review:queue")


def test_publication_offers_the_next_in_the_queue(portal, client, reviewer):
    page = factories.news_page(portal, portal.thetford)
    read_all(portal, page)
    variant = factories.variant_of(page)
    answer = client.post(reverse("variant_review:review", args=[variant.pk]), {"action": "publish"}, follow=True)
    assert reverse("variant_review:following", args=[variant.pk]) in answer.text


def test_report_counts_and_exports(portal, client, reviewer):
    page = factories.news_page(portal, portal.thetford, title="=1+1", slug="formule")
    address = reverse("variant_report")
    answer = client.get(address)
    assert "Nombre de variantes par état et par âge" in answer.text
    assert reverse("variant_review:review", args=[factories.variant_of(page).pk]) in answer.text
    rows = b"".join(client.get(address, {"export": "csv"}).streaming_content).decode().splitlines()
    assert rows[0].startswith("Page,Variante de,État")
    assert any(row.startswith("'=1+1,Pau,à traiter,0,3") for row in rows)
    assert client.get(address, {"export": "xlsx"}).status_code == 200


def test_person_without_a_city_finds_nothing(portal, client, django_user_model):
    page = factories.news_page(portal, portal.thetford)
    stranger = django_user_model.objects.create_user("etranger", password=factories.PASSWORD)
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)
    assert review_queue(stranger) == []
    rows = b"".join(client.get(reverse("variant_report"), {"export": "csv"}).streaming_content).decode()
    assert page.title not in rows


@pytest.mark.parametrize("person", ["pau-redaction", "thetford-mines-approbation", "thetford-mines-revision"])
def test_people_of_both_cities_see_the_queue(portal, person):
    page = factories.news_page(portal, portal.thetford)
    item = item_of(portal.people[person], page)
    assert not item.is_mine


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(sign):
    assert as_plain_text(f"{sign}1") == f"'{sign}1"
    assert as_plain_text("1 = 1") == "1 = 1"
