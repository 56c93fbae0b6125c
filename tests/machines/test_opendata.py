"""Open data, as a spreadsheet, a program and a harvester read it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest
import rdflib
from django.urls import reverse
from wagtail.models import PageViewRestriction

from news.models import DelegationCommitment
from portal.opendata.datasets import DATASETS
from portal.opendata.rendering import FORMULA_STARTS
from portal.twinning.models import CooperationAxis
from tests import factories
from tests.machines.reading import MAX_QUERIES, check_conditional, count_queries

pytestmark = pytest.mark.django_db
TABLES = [f"/donnees/{slug}.{extension}" for slug in DATASETS for extension in ("csv", "json")]
OTHERS = ["/donnees/", "/donnees/catalogue.jsonld", "/donnees/dictionnaire.csv", "/donnees/dictionnaire.json"]
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")


@pytest.fixture
def published(portal):
    """A page of each kind, led by either city, the mission in both variants."""
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    factories.institution_page(portal, portal.pau, longitude="-0.36000", latitude="43.30000")
    promise = DelegationCommitment(description="Revenir", owner=portal.pau, due_on=dt.date(2030, 1, 1))
    mission = factories.delegation_page(portal, portal.thetford, commitments=[promise], axes=[axis])
    factories.publish_variant(portal, mission)
    return factories.news_page(portal, portal.pau, title="L’œuvre, « à suivre »", axes=[axis])


def read_csv(client, url):
    answer = client.get(url)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_tables_hold_what_is_published__in_each_variant(published, client):
    assert [row["titre"] for row in read_csv(client, "/donnees/actualites.csv")] == ["L’œuvre, « à suivre »"]
    missions = read_csv(client, "/donnees/delegations.csv")
    assert [row["variante"] for row in missions] == ["fr-CA", "fr-FR"]
    assert len({row["identifiant"] for row in missions}) == 1
    assert (missions[0]["premier_jour"], missions[0]["axes"]) == ("2022-09-12", "Chimie verte")
    (institution,) = read_csv(client, "/donnees/institutions.csv")
    assert (institution["longitude"], institution["sigle"]) == ("-0.36", "")
    promises = read_csv(client, "/donnees/engagements.csv")
    assert {row["delegation"] for row in promises} == {missions[0]["identifiant"]}
    assert [(row["responsable"], row["etat"]) for row in promises] == [("Pau", "à venir")] * 2
    for row in [*missions, institution, *promises]:
        assert client.get(row["page"].removeprefix("http://testserver")).status_code == 200


def test_each_row_carries_the_licence_of_its_city(published, client):
    assert {row["licence"] for row in read_csv(client, "/donnees/actualites.csv")} == {"Licence Ouverte 2.0"}
    for row in read_csv(client, "/donnees/delegations.csv"):
        assert row["licence"].startswith("Creative Commons Attribution 4.0")
    assert len(read_csv(client, "/donnees/thetford-mines/delegations.csv")) == 2
    assert read_csv(client, "/donnees/pau/delegations.csv") == []


def test_json_says_the_same_as_csv(published, client):
    for slug in DATASETS:
        rows = json.loads(client.get(f"/donnees/{slug}.json").content)
        cells = read_csv(client, f"/donnees/{slug}.csv")
        assert [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows] == cells


def test_dictionary_explains_every_column(published, client):
    explained = {(row["tableau"], row["colonne"]) for row in read_csv(client, "/donnees/dictionnaire.csv")}
    for slug in DATASETS:
        assert {(slug, name) for name in read_csv(client, f"/donnees/{slug}.csv")[0]} <= explained
    assert all(row["sens"] for row in json.loads(client.get("/donnees/dictionnaire.json").content))


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_is_a_formula(portal, client, start):
    factories.news_page(portal, portal.pau, introduction=f'{start}HYPERLINK("http://example.org")')
    (row,) = read_csv(client, "/donnees/actualites.csv")
    assert row["chapo"].startswith(f"'{start}")
    (fact,) = json.loads(client.get("/donnees/actualites.json").content)
    assert fact["chapo"].startswith(start)


def test_drafts_and_private_pages_are_left_out(portal, published, client):
    factories.news_page(portal, portal.pau, slug="brouillon", publish=False)
    PageViewRestriction.objects.create(page=published, restriction_type=PageViewRestriction.LOGIN)
    PageViewRestriction.objects.create(
        page=portal.trees["fr-CA"].delegations, restriction_type=PageViewRestriction.LOGIN
    )
    assert read_csv(client, "/donnees/actualites.csv") == []
    assert [row["variante"] for row in read_csv(client, "/donnees/engagements.csv")] == ["fr-FR"]


def test_harvester_reads_the_catalogue__and_every_file_answers(published, client):
    graph = rdflib.Graph().parse(data=client.get("/donnees/catalogue.jsonld").text, format="json-ld")
    assert len(set(graph.subjects(rdflib.RDF.type, DCAT.Dataset))) == len(DATASETS)
    files = set(graph.subjects(rdflib.RDF.type, DCAT.Distribution))
    assert len(files) == len(DATASETS) * 4
    for file in files:
        (licence,) = graph.objects(file, DCT.license)
        assert ("etalab" in licence) == ("/pau/" in file)
        address = str(graph.value(file, DCAT.downloadURL)).removeprefix("http://testserver")
        media_type = str(graph.value(file, DCAT.mediaType)).removeprefix(
            "https://www.iana.org/assignments/media-types/"
        )
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith(media_type)


@pytest.mark.parametrize("url", ["/donnees/rien.csv", "/donnees/delegations.xml", "/donnees/lyon/delegations.csv"])
def test_unknown_table_is_not_found(portal, client, url):
    assert client.get(url).status_code == 404


def test_page_for_people_leads_to_every_file(published, client):
    answer = client.get(reverse("opendata"))
    assert not answer.cookies
    for url in [*TABLES, *OTHERS[1:], "/donnees/pau/actualites.csv"]:
        assert f'href="{url}"' in answer.text


def test_tables_ask_little__whatever_the_number_of_rows(portal, published, client):
    few = [count_queries(client, url) for url in [*TABLES, *OTHERS]]
    for number in range(4):
        promise = DelegationCommitment(description="Revenir", owner=portal.pau)
        factories.news_page(portal, portal.pau, slug=f"item-{number}")
        factories.institution_page(portal, portal.pau, slug=f"lieu-{number}")
        factories.delegation_page(portal, portal.pau, slug=f"mission-{number}", commitments=[promise])
    assert [count_queries(client, url) for url in [*TABLES, *OTHERS]] == few
    assert max(few) <= MAX_QUERIES


def test_client_that_has_it_already_gets_304(published, client):
    for url in ("/donnees/", "/donnees/delegations.csv", "/donnees/catalogue.jsonld", "/donnees/dictionnaire.json"):
        check_conditional(client, url)
