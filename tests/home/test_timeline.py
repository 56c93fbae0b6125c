"""The timeline: what it tells, in which order, in both trees, with nothing typed."""

from __future__ import annotations

import datetime as dt

import pytest
from wagtail.models import Locale

from home.models import TimelinePage
from home.timeline import MOST_DATED, NEWS_PER_YEAR, Moment, TimelineYear, short_story
from home.timeline_picture import draw_timeline
from portal.twinning.models import AgreementStage, CallForProjects, FundingProgramme, TwinningAgreement
from tests import factories
from tests.machines.reading import MAX_QUERIES, count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def timelines(portal):
    """The page in both trees."""
    pages = {}
    for tag, tree in portal.trees.items():
        page = TimelinePage(
            title="Chronologie",
            slug="chronologie",
            lead_city=portal.thetford,
            locale=Locale.objects.get(language_code=tag.lower()),
            translation_key=factories._key("chronologie"),
        )
        pages[tag] = tree.home.add_child(instance=page)
    return pages


@pytest.fixture
def agreement(portal):
    agreement = TwinningAgreement(name="Jumelage", slug="jumelage", state="signed", signed_on=dt.date(2024, 6, 1))
    agreement.stages = [
        AgreementStage(
            label_fr_ca="Premiers échanges",
            label_fr_fr="Premiers échanges",
            happened_on=dt.date(2021, 1, 1),
            precision="year",
        ),
        AgreementStage(label_fr_ca="Fête de l’entente", label_fr_fr="Fête de la convention"),
    ]
    agreement.save()
    return agreement


def test_story_is_told_year_by_year__in_each_variant_s_words(portal, timelines, agreement, client):
    programme = FundingProgramme(name="Fonds d’essai", acronym="FE", slug="fe")
    programme.calls = [CallForProjects(period="2023-2024", opens_on=dt.date(2023, 5, 1), closes_on=dt.date(2023, 6, 1))]
    programme.save()
    factories.publish_variant(portal, factories.delegation_page(portal, portal.thetford))
    factories.publish_variant(portal, factories.news_page(portal, portal.pau))
    for code, feast in (("fr-ca", "Fête de l’entente"), ("fr-fr", "Fête de la convention")):
        answer = client.get(f"/{code}/chronologie/")
        years = answer.context["years"]
        assert [year.year for year in years] == [2021, 2022, 2023, 2024, None]
        assert [moment.kind for year in years for moment in year.moments] == [
            "stage",
            "mission",
            "call",
            "signature",
            "stage",
        ]
        assert [item.title for item in years[1].news] == ["Un atelier commun sur l’énergie"]
        assert feast in answer.text
        assert f'href="/{code}/delegations/mission-d-essai/"' in answer.text


def test_draft_and_other_tree_are_not_told(portal, timelines, client):
    factories.news_page(portal, portal.thetford, title="Brouillon secret", publish=False)
    factories.news_page(portal, portal.pau, title="De Pau seulement", slug="p")
    text = client.get("/fr-ca/chronologie/").text
    assert "Brouillon secret" not in text
    assert "De Pau seulement" not in text
    assert "De Pau seulement" in client.get("/fr-fr/chronologie/").text


def test_empty_timeline_says_so__without_a_picture(portal, timelines, client):
    text = client.get("/fr-ca/chronologie/").text
    assert "L’histoire commune commence ici" in text
    assert "story-picture" not in text


def test_year_with_many_news_leads_to_the_list__in_as_many_queries(portal, timelines, client):
    factories.news_page(portal, portal.thetford, slug="une")
    few = count_queries(client, "/fr-ca/chronologie/")
    for number in range(NEWS_PER_YEAR + 1):
        factories.news_page(portal, portal.thetford, slug=f"n-{number}", published_on=dt.date(2022, 12, 1 + number))
        factories.delegation_page(portal, portal.thetford, slug=f"m-{number}")
    answer = client.get("/fr-ca/chronologie/")
    (year,) = answer.context["years"]
    assert (len(year.news), year.news_left_out) == (NEWS_PER_YEAR, 2)
    assert year.news[-1].published_on == dt.date(2022, 12, 1 + NEWS_PER_YEAR)
    assert 'href="/fr-ca/news/?year=2022"' in answer.text
    assert count_queries(client, "/fr-ca/chronologie/") == few <= MAX_QUERIES


def test_changed_stage_is_seen_at_once(portal, timelines, agreement, client):
    client.get("/fr-ca/chronologie/")
    with factories.background_tasks():
        AgreementStage.objects.first().delete()
        stage = AgreementStage.objects.get()
        stage.label_fr_ca = "Une étape renommée"
        stage.save()
    text = client.get("/fr-ca/chronologie/").text
    assert "Une étape renommée" in text
    assert "Premiers échanges" not in text


def test_picture_keeps_everything_between_its_edges(portal):
    moments = [
        Moment("Étape", dt.date(1999, 1, 1)),
        Moment("Mission", dt.date(2022, 12, 30), dt.date(2022, 12, 31), city=portal.pau, kind="mission"),
    ]
    years = [TimelineYear(moment.starts_on.year, [moment], []) for moment in moments]
    picture = draw_timeline([*years, TimelineYear(None, [Moment("À venir", None)], [])])
    marks = [mark for lane in picture.lanes for mark in lane.marks]
    assert len(marks) == 2
    assert all(mark.x >= 0 and mark.x + mark.width <= 100 for mark in marks)
    assert [lane.slug for lane in picture.lanes] == ["", "thetford-mines", "pau"]
    assert sum(label.is_shown for label in picture.years) <= 7
    assert draw_timeline([]) is None


def test_home_tells_the_end_of_a_long_story():
    dated = [Moment(str(year), dt.date(year, 1, 1)) for year in range(1950, 2020)]
    told = short_story([*dated, Moment("Signature", None)])
    assert [moment.label for moment in told] == ["2015", "2016", "2017", "2018", "2019", "Signature"]
    assert len(told) == MOST_DATED + 1
