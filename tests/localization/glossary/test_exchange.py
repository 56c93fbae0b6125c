"""The glossary goes out as CSV and comes back the same; a faulty file changes nothing and says where it is wrong."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.localization.glossary import views
from portal.localization.glossary.exchange import guard, unguard, write_glossary
from portal.localization.glossary.importing import MAX_BYTES, MAX_ROWS, ImportGlossaryAction
from portal.localization.models import GlossaryEntry
from portal.variants import Variant
from tests.localization.glossary.entries import decide, propose

pytestmark = pytest.mark.django_db
HEADER = "terme_quebec;terme_france;genre_quebec;genre_france;vers_la_france"
LINE = "carnet de route;livret de route;masculin;masculin;remplacer"
CELLS = ["=1+1", "+33", "-eux", "@nom", "'=1", "''@", "'aujourd’hui", "d’abord", "", "plain"]


def load(portal, text, person="pau-redaction"):
    action = ImportGlossaryAction(text.encode() if isinstance(text, str) else text, portal.people[person])
    action.execute()
    return action


def errors_of(portal, text):
    with pytest.raises(ValidationError) as error:
        load(portal, text)
    assert not GlossaryEntry.objects.exists()
    return error.value.messages


@pytest.mark.parametrize("cell", CELLS)
def test_cell_that_a_spreadsheet_would_run_is_guarded__and_comes_back(cell):
    assert not guard(cell).startswith(("=", "+", "-", "@"))
    assert unguard(guard(cell)) == cell


def test_export_comes_back_the_same__and_reopens_nothing(portal):
    decide(portal, propose(portal, note='=HYPERLINK("http://exemple.org"); « oui », "non"', source="-- @ la mairie"))
    propose(portal, term_ca="911", term_fr="112", part="phrase", gender_ca="", gender_fr="", policy_to_quebec="")
    before = list(GlossaryEntry.objects.values())
    exported = write_glossary(GlossaryEntry.objects.all())
    action = load(portal, exported)
    assert (action.added, action.changed) == ([], [])
    assert list(GlossaryEntry.objects.values()) == before
    cells = [cell for row in csv.reader(io.StringIO(exported), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_export_rebuilds_the_glossary__in_an_empty_portal(portal):
    propose(portal, note="=1+1", definition_fr='autre sens; avec « guillemets » et "droits"')
    names = [*GlossaryEntry.SHARED_FIELDS, *GlossaryEntry.POLICY_FIELDS]
    before = list(GlossaryEntry.objects.values(*names))
    exported = write_glossary(GlossaryEntry.objects.all())
    GlossaryEntry.objects.all().delete()
    load(portal, exported)
    assert list(GlossaryEntry.objects.values(*names)) == before


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_file_is_read_with_either_separator__and_with_or_without_mark(portal, separator, mark):
    load(portal, mark + f"{HEADER}\r\n{LINE}\r\n".replace(";", separator))
    entry = GlossaryEntry.objects.get()
    assert (entry.term_ca, entry.term_fr, entry.policy_to_france) == ("carnet de route", "livret de route", "replace")
    assert (entry.state_to_france, entry.proposed_by.username) == ("proposed", "pau-redaction")


def test_what_comes_in_is_proposed__even_if_the_file_says_approved(portal):
    load(portal, f"{HEADER};etat_vers_la_france\n{LINE};approuvée\n")
    assert GlossaryEntry.objects.get().state_to_france == "proposed"


def test_changed_line_reopens_its_entry__and_is_in_the_log(portal):
    entry = decide(portal, propose(portal))
    exported = write_glossary([entry]).replace("Guide des délégations", "Guide de 2026")
    assert [found.pk for found in load(portal, exported).changed] == [entry.pk]
    assert not GlossaryEntry.objects.get().is_approved(Variant.FR_FR)
    assert ModelLogEntry.objects.filter(object_id=str(entry.pk), action="wagtail.edit").exists()


def test_every_faulty_line_is_told__and_none_is_kept(portal):
    faults = errors_of(
        portal,
        f"{HEADER}\n{LINE}\n;;masculin;masculin;remplacer\ncarnet;livret;masculin;masculin;échanger\n{LINE}\n"
        "cahier;;masculin;;remplacer\n",
    )
    assert [fault.split(" : ")[0] for fault in faults] == ["Ligne 3", "Ligne 4", "Ligne 5", "Ligne 6"]
    assert "au moins un" in faults[0]
    assert "vers_la_france" in faults[1]
    assert "déjà à la ligne 2" in faults[2]


def test_lines_that_contradict_each_other_are_told(portal):
    faults = errors_of(portal, f"{HEADER}\n{LINE}\ncarnet de route;guide de route;masculin;masculin;remplacer\n")
    assert any("dit autre chose" in fault for fault in faults)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Il manque"),
        (HEADER.encode(), "aucune entrée"),
        ("terme_quebec;terme_france\ncaf\xe9;caf\xe9".encode("latin-1"), "UTF-8"),
        (b"terme_quebec;terme_france\na\x00;b", "pas un texte"),
        (b"PK\x03\x04\xff\xfe", "UTF-8"),
        (f"{HEADER};couleur\n{LINE};bleu\n".encode(), "« couleur »"),
        (f"{HEADER};terme_quebec\n{LINE};x\n".encode(), "deux fois"),
        (f"{HEADER}\n{LINE};de trop\n".encode(), "Ligne 2"),
        (f'{HEADER}\n"carnet"x;livret;;;\n'.encode(), "Ligne 2"),
        (b"x" * (MAX_BYTES + 1), "dépasse"),
        ((HEADER + "\n" + "a;b;;;\n" * (MAX_ROWS + 1)).encode(), str(MAX_ROWS)),
    ],
)
def test_file_that_is_no_glossary_is_refused__with_what_to_do(portal, data, words):
    assert words in " ".join(errors_of(portal, data))


def test_reviewers_do_not_import(portal):
    with pytest.raises(PermissionDenied):
        load(portal, f"{HEADER}\n{LINE}\n", "pau-revision")


BUNDLES = 12
"""SQLite takes 999 values at a time: three hundred lines are written in a few bundles."""


def test_three_hundred_lines_cost_hardly_more_queries_than_three(portal):
    def count(number):
        rows = "\n".join(f"carnet {i} {number};livret {i} {number};masculin;masculin;remplacer" for i in range(number))
        with CaptureQueriesContext(connection) as queries:
            load(portal, f"{HEADER}\n{rows}\n")
        return len(queries)

    count(1)
    assert count(300) <= count(3) + BUNDLES


def test_no_more_of_a_huge_file_is_read_than_a_glossary_may_hold(portal, client, monkeypatch):
    client.force_login(portal.people["thetford-mines-approbation"])
    read = []
    monkeypatch.setattr(
        views, "ImportGlossaryAction", lambda data, user: read.append(len(data)) or ImportGlossaryAction(data, user)
    )
    huge = SimpleUploadedFile("glossaire.csv", f"{HEADER}\n{LINE}\n".encode() * 60_000)
    assert client.post(reverse("glossary:import"), {"file": huge}).status_code == 422
    assert read == [MAX_BYTES + 1]


def test_screen_tells_the_lines_and_lists_what_came(portal, client):
    client.force_login(portal.people["thetford-mines-approbation"])
    faulty = SimpleUploadedFile("glossaire.csv", f"{HEADER}\n;;;;\n;x;;;remplacer\n".encode())
    response = client.post(reverse("glossary:import"), {"file": faulty})
    assert response.status_code == 422
    assert "Ligne 3" in response.content.decode()
    good = SimpleUploadedFile("glossaire.csv", f"{HEADER}\n{LINE}\n".encode())
    response = client.post(reverse("glossary:import"), {"file": good}, follow=True)
    assert "carnet de route" in response.content.decode()
    exported = client.get(reverse("glossary:export"))
    assert exported["Content-Type"] == "text/csv; charset=utf-8"
    assert "carnet de route" in exported.content.decode("utf-8-sig")
