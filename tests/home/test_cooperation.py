"""The cooperation page: what it counts, what it shows of calls and of what comes next, and what it leaves out."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from wagtail.models import Locale

from home.models import CooperationPage
from news.models import DelegationCommitment, DelegationFunding, DelegationMember, DelegationStop
from portal.twinning.models import CallForProjects, CooperationAxis, FundingProgramme
from tests import factories
from tests.machines.reading import MAX_QUERIES, count_queries

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"
URL = "/fr-ca/cooperation/"


@pytest.fixture
def cooperation(portal):
    """The page in the tree of Québec."""
    page = CooperationPage(
        title="Coopération",
        slug="cooperation",
        lead_city=portal.thetford,
        locale=Locale.objects.get(language_code="fr-ca"),
    )
    return portal.trees["fr-CA"].home.add_child(instance=page)


def numbers(lines):
    return {line.measure + line.currency: [share.value for share in line.shares] for line in lines}


def test_reciprocity_is_counted_each_way(portal, cooperation, client):
    institution = factories.institution_page(portal, portal.thetford)
    stops = [
        DelegationStop(institution=institution),
        DelegationStop(institution=institution),
        DelegationStop(place="Pau"),
    ]
    factories.delegation_page(
        portal,
        portal.thetford,
        members=[DelegationMember(name="Camille Exemple"), DelegationMember(name="Alexis Exemple")],
        stops=stops,
        fundings=[
            DelegationFunding(amount=Decimal(1000), currency="CAD", origin_share_percent=30, host_share_percent=20),
            DelegationFunding(amount=Decimal(50), currency="EUR", host_share_percent=100),
            DelegationFunding(currency="EUR", origin_share_percent=50),
        ],
    )
    factories.publish_variant(portal, factories.delegation_page(portal, portal.pau, slug="retour"))
    answer = client.get(URL)
    assert numbers(answer.context["balance"]) == {
        "missions": [1, 1],
        "days": [4, 4],
        "people": [2, 0],
        "institutions": [1, 0],
        "moneyCAD": [300, 200],
        "moneyEUR": [0, 50],
    }
    assert "non publié" in answer.text
    assert f"300{NBSP}$" in answer.text


def test_mission_to_come_or_unpublished_does_not_count(portal, cooperation, client):
    factories.delegation_page(portal, portal.thetford, starts_on=dt.date(2999, 1, 1), ends_on=dt.date(2999, 1, 2))
    factories.delegation_page(portal, portal.thetford, slug="secrete", title="Mission secrète", publish=False)
    answer = client.get(URL)
    assert answer.context["balance"] == []
    assert [mission.slug for mission in answer.context["next_missions"]] == ["mission-d-essai"]
    assert "Mission secrète" not in answer.text
    assert "Chacune chez l’autre" not in answer.text


def test_promises_are_counted_by_city_and_standing(portal, cooperation, client):
    rows = [
        DelegationCommitment(owner=portal.pau, state="planned", due_on=dt.date(2020, 1, 1)),
        DelegationCommitment(owner=portal.pau, state="kept", due_on=dt.date(2020, 1, 1)),
        DelegationCommitment(owner=portal.thetford, state="under_way"),
        DelegationCommitment(owner=portal.thetford, state="dropped"),
    ]
    factories.delegation_page(portal, portal.thetford, commitments=rows)
    assert numbers(client.get(URL).context["promises"]) == {
        "open": [1, 0],
        "late": [0, 1],
        "kept": [0, 1],
        "dropped": [1, 0],
    }


def test_axis_says_how_many_pages_are_about_it__and_leads_to_them(portal, cooperation, client):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    CooperationAxis.objects.create(name="Innovation", slug="innovation")
    for number in range(2):
        factories.news_page(portal, portal.thetford, slug=f"n-{number}", axes=[axis])
    factories.news_page(portal, portal.pau, slug="ailleurs", axes=[axis])
    factories.institution_page(portal, portal.thetford, axes=[axis])
    text = re.sub(r"\s+", " ", client.get(URL).text)
    assert '<a href="/fr-ca/news/?axis=chimie-verte">2 actualités</a>' in text
    assert '<a href="/fr-ca/institutions/?axis=chimie-verte">1 institution</a>' in text
    assert "0 délégation" not in text
    assert "axis=innovation" not in text


@pytest.mark.parametrize(
    ("opens_on", "closes_on", "status"),
    [
        (None, None, "announced"),
        ("2022-01-01", "2022-02-01", "closed"),
        ("2022-01-01", None, "open"),
        ("2022-01-01", "2999-02-01", "open"),
        (None, "2999-02-01", "open"),
        ("2999-01-01", "2999-02-01", "upcoming"),
    ],
)
def test_call_is_open__as_long_as_its_last_day_is_not_over_on_both_sides(opens_on, closes_on, status):
    days = [day and dt.date.fromisoformat(day) for day in (opens_on, closes_on)]
    assert CallForProjects(opens_on=days[0], closes_on=days[1]).status == status


def test_closed_call_stands_apart(portal, cooperation, client):
    programme = FundingProgramme(name="Fonds d’essai", slug="fe")
    programme.calls = [
        CallForProjects(period="2020-2021", closes_on=dt.date(2020, 6, 1)),
        CallForProjects(period="2998-2999", closes_on=dt.date(2998, 6, 1)),
    ]
    programme.save()
    text = client.get(URL).text
    assert text.index("2998-2999") < text.index("<summary>1 appel clos</summary>") < text.index("2020-2021")


def test_next_steps_are_those_of_the_missions__their_links_in_the_reader_s_tree(portal, cooperation, client):
    institution = factories.institution_page(portal, portal.pau)
    variant = factories.publish_variant(portal, institution)
    steps = f'<p>Voir le <a linktype="page" id="{institution.pk}">laboratoire</a>.</p>'
    factories.delegation_page(portal, portal.thetford, next_steps=steps)
    assert f'<a href="{variant.url}">laboratoire</a>' in client.get(URL).text


def test_number_of_queries_is_flat(portal, cooperation, client):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    institution = factories.institution_page(portal, portal.thetford)

    def add(number):
        axes = [axis, CooperationAxis.objects.create(name=f"Axe {number}", slug=f"axe-{number}")]
        factories.delegation_page(
            portal,
            portal.thetford,
            slug=f"m-{number}",
            axes=axes,
            next_steps=f'<p>Voir <a linktype="page" id="{institution.pk}">là</a>.</p>',
            members=[DelegationMember(name=f"Personne {number}")],
            commitments=[DelegationCommitment(owner=portal.pau)],
        )

    add(0)
    few = count_queries(client, URL)
    for number in range(1, 5):
        add(number)
    assert count_queries(client, URL) == few <= MAX_QUERIES
