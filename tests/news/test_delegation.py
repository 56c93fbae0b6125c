"""A delegation: its status, its sums, its clocks, and what is refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from news.models import DelegationCommitment, DelegationFunding, DelegationPage, DelegationStop
from portal.content.templatetags.portal_pages import funding_parts
from portal.twinning.models import FundingProgramme
from tests import factories
from tests.machines.reading import MAX_QUERIES, count_queries

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("today", "status"),
    [("2022-09-11", "upcoming"), ("2022-09-12", "under_way"), ("2022-09-15", "under_way"), ("2022-09-16", "over")],
)
def test_status_follows_the_calendar_of_the_host(portal, monkeypatch, today, status):
    page = factories.delegation_page(portal, portal.thetford)
    monkeypatch.setattr("news.models.delegation.timezone.localdate", lambda timezone=None: dt.date.fromisoformat(today))
    assert page.status == DelegationPage.Status(status)


def test_hours_are_told_by_both_clocks__in_both_variants(portal, client):
    stop = DelegationStop(
        day_on=dt.date(2022, 9, 13), starts_at=dt.time(14, 30), place="Hôtel de ville", summary="Accueil."
    )
    page = factories.delegation_page(portal, portal.thetford, stops=[stop])
    variant = factories.publish_variant(portal, page)
    for url in (page.url, variant.url):
        text = client.get(url).text
        assert f"14{NBSP}h{NBSP}30" in text
        assert f"8{NBSP}h{NBSP}30 à Thetford Mines" in text.replace("&nbsp;", NBSP)


def test_sum_is_never_converted__and_named_where_it_is_ambiguous(portal, client):
    funding = DelegationFunding(amount=Decimal(12000), currency="CAD", origin_share_percent=30, host_share_percent=20)
    page = factories.delegation_page(portal, portal.thetford, fundings=[funding])
    variant = factories.publish_variant(portal, page)
    assert f"12{NBSP}000{NBSP}$" in client.get(page.url).text
    assert f"12\u202f000{NBSP}${NBSP}CA" in client.get(variant.url).text
    assert funding.programme_share_percent == 50


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"ends_on": dt.date(2022, 9, 1)}, "ends_on"), ({"host": "thetford"}, "host")],
)
def test_impossible_mission_is_refused__in_french(portal, fields, field):
    page = factories.delegation_page(portal, portal.thetford, publish=False)
    for name, value in fields.items():
        setattr(page, name, portal.thetford if value == "thetford" else value)
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert list(error.value.message_dict) == [field]


def test_shares_above_the_whole_are_refused():
    with pytest.raises(ValidationError, match="dépassent ensemble 100"):
        DelegationFunding(origin_share_percent=60, host_share_percent=50).clean()


def test_meeting_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValidationError, match="après le début"):
        DelegationStop(starts_at=dt.time(15), ends_at=dt.time(14)).clean()


@pytest.mark.parametrize(
    ("state", "due_on", "late"),
    [
        ("planned", dt.date(2020, 1, 1), True),
        ("under_way", dt.date(2020, 1, 1), True),
        ("kept", dt.date(2020, 1, 1), False),
        ("dropped", dt.date(2020, 1, 1), False),
        ("planned", None, False),
        ("planned", dt.date(2999, 1, 1), False),
    ],
)
def test_commitment_is_late__when_it_is_open_and_due(portal, state, due_on, late):
    assert DelegationCommitment(owner=portal.pau, state=state, due_on=due_on).is_late is late


def test_proof_that_is_not_published_is_not_shown(portal, client):
    draft = factories.news_page(portal, portal.thetford, publish=False, title="Brouillon secret")
    shown = factories.news_page(portal, portal.thetford, slug="bilan", title="Bilan public")
    rows = [
        DelegationCommitment(description="Un.", owner=portal.pau, proof_page=draft),
        DelegationCommitment(description="Deux.", owner=portal.pau, proof_page=shown),
    ]
    page = factories.delegation_page(portal, portal.thetford, commitments=rows)
    text = client.get(page.url).text
    assert "Brouillon secret" not in text
    assert f'<a href="{shown.url}">' in text


def test_picture_without_alternative_text_is_refused(portal):
    page = factories.delegation_page(portal, portal.pau, publish=False)
    page.image = factories.picture()
    with pytest.raises(ValidationError, match="Dites en une phrase"):
        page.full_clean()


def test_mission_leads_to_the_one_before_and_the_one_after__in_its_own_tree(portal, client):
    missions = [
        factories.delegation_page(
            portal,
            portal.thetford,
            slug=f"mission-{year}",
            title=f"Mission de {year}",
            starts_on=dt.date(year, 5, 2),
            ends_on=dt.date(year, 5, 4),
        )
        for year in (2020, 2024, 2022)
    ]
    factories.delegation_page(
        portal,
        portal.pau,
        slug="ailleurs",
        title="Seulement à Pau",
        starts_on=dt.date(2022, 6, 1),
        ends_on=dt.date(2022, 6, 1),
    )
    context = client.get(missions[2].url).context
    assert (context["previous"].title, context["next"].title) == ("Mission de 2020", "Mission de 2024")
    first, last = (client.get(missions[position].url) for position in (0, 1))
    assert (first.context["previous"], last.context["next"]) == (None, None)
    assert f'<a class="neighbours__one neighbours__one--next" href="{missions[2].url}" rel="next">' in first.text


def test_mission_names_once_each_institution_that_it_met__and_its_first_meeting_by_both_clocks(portal, client):
    institution = factories.institution_page(portal, portal.pau)
    variant = factories.publish_variant(portal, institution)
    day = dt.date(2022, 9, 13)
    stops = [
        DelegationStop(day_on=day, starts_at=dt.time(20), institution=institution),
        DelegationStop(day_on=day, starts_at=dt.time(9), institution=institution),
    ]
    page = factories.delegation_page(portal, portal.thetford, stops=stops)
    answer = client.get(page.url)
    assert [found.pk for found in answer.context["institutions"]] == [variant.pk]
    assert f"9{NBSP}h à Pau" in answer.text
    assert f"3{NBSP}h à Thetford Mines" in answer.text
    assert count_queries(client, page.url) <= MAX_QUERIES


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        (
            {"amount": Decimal(200), "origin_share_percent": 30, "host_share_percent": 70},
            [("thetford-mines", 60, 0), ("pau", 140, 30)],
        ),
        ({"origin_share_percent": 30}, [("thetford-mines", None, 0)]),
        ({"amount": Decimal(200)}, []),
    ],
)
def test_each_side_s_share_is_told_in_percent_and_in_money(portal, fields, parts):
    found = funding_parts(DelegationFunding(**fields), portal.thetford, portal.pau)
    assert [(part["city"].slug, part["amount"], part["start"]) for part in found] == parts


def test_programme_bears_the_rest(portal):
    funding = DelegationFunding(
        amount=Decimal(200),
        origin_share_percent=25,
        host_share_percent=25,
        programme=FundingProgramme(name="Fonds d’essai"),
    )
    rest = funding_parts(funding, portal.thetford, portal.pau)[-1]
    assert (rest["city"], rest["percent"], rest["amount"]) == (None, 50, 100)
