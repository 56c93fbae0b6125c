"""The page explorer tells who leads a page, its axes, its state and its variant's, and filters by them."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.coediting.archives.actions import ArchivePageAction
from portal.twinning.models import CooperationAxis
from tests import factories
from tests.coediting.notifications import acts

pytestmark = pytest.mark.django_db


@pytest.fixture
def axis(db):
    return CooperationAxis.objects.create(name="Transition énergétique", slug="transition-energetique")


@pytest.fixture
def explore(portal, client):
    """The rows of a list, by title: leading city, axes, state, variant."""

    def explore(parent, person="pau-redaction", **filters):
        client.force_login(portal.people[person])
        answer = client.get(reverse("wagtailadmin_explore", args=[parent.pk]), filters)
        assert answer.status_code == 200
        table = BeautifulSoup(answer.content, "html.parser").select_one("table.listing")
        if table is None:
            return {}
        heads = [" ".join(cell.text.split()) for cell in table.thead.find_all(["th", "td"])]
        columns = [heads.index(name) for name in ("Ville qui écrit", "Axes", "État", "Variante")]
        rows = {}
        for row in table.tbody.find_all("tr"):
            cells = row.find_all("td", recursive=False)
            title = next(row.select_one(".title-wrapper").stripped_strings)
            rows[title] = tuple(" ".join(cells[column].text.split()) for column in columns)
        return rows

    return explore


def test_each_page_says_where_it_stands(portal, explore, axis):
    factories.news_page(portal, portal.pau, publish=False, title="Brouillon", slug="a", axes=[axis])
    factories.news_page(portal, portal.pau, title="Publiée", slug="b")
    read = factories.news_page(portal, portal.pau, title="Relue", slug="c")
    factories.publish_variant(portal, read)
    late = factories.news_page(portal, portal.pau, title="Changée", slug="d")
    factories.publish_variant(portal, late)
    factories.publish(late, introduction="Tout autre chose.").save_revision()
    submitted = factories.news_page(portal, portal.pau, publish=False, title="Soumise", slug="e")
    acts.submit(acts.written_by(submitted, portal.people["pau-redaction"]), portal.people["pau-redaction"])
    assert explore(portal.trees["fr-FR"].news) == {
        "Brouillon": ("Pau", "Transition énergétique", "brouillon", "–"),
        "Publiée": ("Pau", "–", "publiée", "à relire"),
        "Relue": ("Pau", "–", "publiée", "à jour"),
        "Changée": ("Pau", "–", "publiée, brouillon en cours", "en retard"),
        "Soumise": ("Pau", "–", "attend la clé de Pau", "–"),
    }


def test_page_that_was_sent_back_says_so(portal, explore):
    page = factories.news_page(portal, portal.pau, publish=False)
    page = acts.written_by(page, portal.people["pau-redaction"])
    acts.refuse(acts.submit(page, portal.people["pau-redaction"]), portal.people["pau-approbation"])
    assert explore(portal.trees["fr-FR"].news)[page.title][2] == "renvoyée"


def test_archived_page_says_so_and_has_a_filter_of_its_own(portal, explore):
    page = factories.news_page(portal, portal.pau, title="Vieille", slug="a")
    factories.news_page(portal, portal.pau, title="Récente", slug="b")
    ArchivePageAction(page, portal.people["pau-approbation"]).execute()
    parent = portal.trees["fr-FR"].news
    assert {title: row[2] for title, row in explore(parent).items()} == {
        "Vieille (archivée)": "archivée",
        "Récente": "publiée",
    }
    assert set(explore(parent, state="archived")) == {"Vieille (archivée)"}
    assert set(explore(parent, state="published")) == {"Récente"}


def test_filters_keep_what_they_say(portal, explore, axis):
    parent = portal.trees["fr-FR"].home
    factories.news_page(portal, portal.pau, title="De Pau", slug="a", axes=[axis])
    source = factories.news_page(portal, portal.thetford, title="De Thetford", slug="b")
    factories.publish_variant(portal, source)
    submitted = factories.news_page(portal, portal.pau, publish=False, title="Soumise", slug="c")
    acts.submit(acts.written_by(submitted, portal.people["pau-redaction"]), portal.people["pau-redaction"])
    factories.news_page(portal, portal.pau, publish=False, title="Brouillon", slug="d")
    ours = {"De Pau", "De Thetford", "Soumise", "Brouillon"}

    def found(**filters):
        return set(explore(parent, **filters)) & ours

    assert found(city=portal.pau.pk) == {"De Pau", "Soumise", "Brouillon"}
    assert found(city=portal.thetford.pk) == {"De Thetford"}
    assert found(axis=axis.pk) == {"De Pau"}
    assert found(state="submitted") == {"Soumise"}
    assert found(state="sent_back") == set()
    assert found(state="draft") == {"Brouillon"}
    assert found(state="published") == {"De Pau", "De Thetford"}
    assert found(variant="to_review") == {"De Pau"}
    assert found(variant="published") == {"De Thetford"}
    assert found(variant="late") == set()
    assert found(city=portal.pau.pk, state="draft") == {"Brouillon"}


def test_list_costs_as_many_queries__whatever_its_length(portal, explore, axis):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            explore(portal.trees["fr-FR"].news)
        return len(captured)

    for number in range(3):
        factories.news_page(portal, portal.pau, title=f"Page {number}", slug=f"p-{number}", axes=[axis])
    queries()
    few = queries()
    for number in range(3, 12):
        factories.news_page(portal, portal.pau, title=f"Page {number}", slug=f"p-{number}", axes=[axis])
    assert queries() == few
