"""« Journal des deux villes »: who sees which acts, filters, and exports that no spreadsheet runs."""

from __future__ import annotations

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import PageLogEntry

from portal.twinning.audit import record, revision_digest
from portal.twinning.models import City
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(portal):
    """A page of Thetford Mines whose title would be a formula, with one act by a person of Pau."""
    page = factories.news_page(portal, portal.thetford, title="=2+3", publish=False)
    record(
        "wagtail.publish",
        page,
        user=portal.people["pau-approbation"],
        city=portal.pau,
        revision=page.latest_revision,
        reason="+ relu",
    )
    return page


def rows(client, **query):
    answer = client.get(reverse("journal"), {"export": "csv", **query})
    text = b"".join(answer.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


def sign_in(client, portal, name):
    client.force_login(portal.people[name])


def test_act_is_told_with_city_text_and_reason__formulas_neutralised(page, portal, client):
    sign_in(client, portal, "thetford-mines-redaction")
    (row,) = rows(client, action="wagtail.publish")
    assert row["Nom"] == "'=2+3"
    assert row["Ville"] == "Pau"
    assert row["Motif"] == "'+ relu"
    assert row["Empreinte du texte"] == revision_digest(page.latest_revision)


def test_workbook_has_the_same_rows(page, portal, client):
    sign_in(client, portal, "thetford-mines-redaction")
    answer = client.get(reverse("journal"), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.value for cell in sheet[2]][1] == "'=2+3"
    assert all(cell.data_type != "f" for row in sheet for cell in row)


def test_screen_shows_it__in_french(page, portal, client):
    sign_in(client, portal, "thetford-mines-redaction")
    text = client.get(reverse("journal")).text
    assert "Journal des deux villes" in text
    assert "Motif\u00a0: + relu" in text
    assert reverse("journal") in client.get(reverse("wagtailadmin_home")).text


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"city": "pau"}, 1),
        ({"city": "thetford-mines"}, 0),
        ({"action": "wagtail.create", "label": "=2"}, 1),
        ({"timestamp_from": "2001-01-01", "timestamp_to": "2001-01-02"}, 0),
        ({"label": "=2"}, 1),
        ({"label": "autre"}, 0),
    ],
)
def test_filters(page, portal, client, query, number):
    sign_in(client, portal, "thetford-mines-redaction")
    assert len(rows(client, **{"action": "wagtail.publish", **query})) == number


def test_filter_by_person(page, portal, client):
    sign_in(client, portal, "thetford-mines-redaction")
    assert len(rows(client, user=portal.people["pau-approbation"].pk)) == 1


def test_reviewer_sees_the_reviews_of_their_city__and_nothing_of_the_pages(page, portal, client):
    factories.publish_variant(portal, factories.news_page(portal, portal.thetford, slug="relue"))
    sign_in(client, portal, "pau-revision")
    assert [row["Type d'action"] for row in rows(client)] == ["Publier la variante"]
    sign_in(client, portal, "thetford-mines-revision")
    assert rows(client) == []
    assert PageLogEntry.objects.count() > 1


def test_manager_sees_the_accounts_of_their_city_alone(portal, client):
    manager = get_user_model().objects.create_user("gestion")
    manager.groups.add(City.objects.get(slug="pau").account_managers)
    for name in ("pau-redaction", "thetford-mines-redaction", "administration"):
        record("wagtail.edit", portal.people[name], user=portal.people["administration"])
    client.force_login(manager)
    assert [row["Nom"] for row in rows(client)] == ["pau-redaction"]


def test_wagtails_own_report_is_closed__since_it_knows_no_reach(portal, client):
    for name in ("administration", "pau-redaction"):
        sign_in(client, portal, name)
        assert client.get(reverse("wagtailadmin_reports:site_history")).status_code == 404
        assert client.get(reverse("wagtailadmin_reports:site_history_results")).status_code == 404
        assert "/reports/site-history/" not in client.get(reverse("wagtailadmin_home")).text


def test_stranger_sees_nothing(page, client):
    assert client.get(reverse("journal")).status_code == 302
