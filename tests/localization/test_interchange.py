"""Variants as PO files: out and back as proposals, and what hostile files must not do."""

from __future__ import annotations

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.localization.decisions import MAX_CHARACTERS, DecideSegmentsAction
from portal.localization.interchange import HEADER, MAX_BYTES, MAX_ENTRIES, ProposeTextsAction, read_po, write_po
from portal.localization.models import SegmentDecision
from portal.localization.preparation import prepare_variant
from portal.localization.segments import load_segments
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(portal):
    quote = {"text": "Une bonne fin de semaine!", "speaker": "Camille Exemple", "office": ""}
    body = factories.stream(("text", "<p>Voir <a href='https://example.org/'>ici</a>.</p>"), ("quote", quote))
    return factories.news_page(portal, portal.thetford, title="On y va?", body=body)


@pytest.fixture
def send(portal, client, page):
    client.force_login(portal.people["pau-revision"])

    url = reverse("variant_review:interchange", args=[factories.variant_of(page).pk])

    def send(data):
        data = data.encode() if isinstance(data, str) else data
        return client.post(url, {"file": SimpleUploadedFile("a.po", data)})

    return send


def exported(page):
    translation = prepare_variant(page)
    return write_po(translation, load_segments(translation), {})


def with_text(page, source_text, text):
    file = polib.pofile(exported(page))
    next(entry for entry in file if entry.msgid == source_text).msgstr = text
    return str(file)


def segment_of(page, source_text):
    return next(segment for segment in load_segments(prepare_variant(page)) if segment.source_text == source_text)


def test_export_holds_every_segment__and_says_what_nobody_read(portal, client, page):
    client.force_login(portal.people["thetford-mines-redaction"])
    answer = client.get(reverse("variant_review:export", args=[factories.variant_of(page).pk]))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="atelier-commun-fr-fr.po"'
    file = polib.pofile(answer.text)
    assert file.metadata["Language"] == "fr-FR"
    assert {entry.msgid for entry in file} >= {"On y va?", "Une bonne fin de semaine!"}
    assert all("fuzzy" in entry.flags for entry in file)
    assert {entry.comment for entry in file} >= {"Titre", "Citation"}


def test_imported_text_is_proposed__and_decides_nothing(page, send):
    answer = send(with_text(page, "On y va?", "Y va-t-on ?"))
    assert answer.status_code == 302
    segment = segment_of(page, "On y va?")
    assert segment.text == "Y va-t-on ?"
    assert not segment.is_decided
    assert not SegmentDecision.objects.exists()
    assert not factories.variant_of(page).live


def test_text_proposed_for_what_the_engine_left_alone_is_no_longer_identical(page, send):
    text = "Les deux villes ont comparé leurs réseaux de chaleur."
    assert segment_of(page, text).is_untouched
    send(with_text(page, text, "Elles ont comparé leurs réseaux."))
    assert not segment_of(page, text).is_untouched


def test_decision_stands__whatever_the_file_says(portal, client, page, send):
    translation, variant = prepare_variant(page), factories.variant_of(page)
    decided = [(segment_of(page, "On y va?"), "Décidé.")]
    DecideSegmentsAction(translation, variant, decided, portal.people["pau-revision"]).execute()
    send(with_text(page, "On y va?", "Autre chose"))
    assert segment_of(page, "On y va?").text == "Décidé."
    shown = client.get(reverse("variant_review:review", args=[variant.pk])).text
    assert "ce segment est déjà relu, sa décision reste" in shown


def test_file_that_comes_back_unchanged_proposes_nothing(page):
    translation = prepare_variant(page)
    read = read_po(exported(page).encode(), translation, factories.variant_of(page), load_segments(translation))
    assert (read.texts, read.faults, read.left_out) == ({}, [], [])


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '<b onclick="x">a</b>', "<!--><img src=x onerror=alert(1)>-->", "x" * 256, "<br>"],
)
def test_hostile_text_is_refused_with_its_line__and_nothing_is_taken(page, send, text):
    data = with_text(page, "On y va?", text)
    data = data.replace('réseaux de chaleur."\n\n', 'réseaux de chaleur."\n\n', 1)
    answer = send(data)
    assert answer.status_code == 422
    assert "Ligne " in answer.text
    assert "<script>alert(1)" not in answer.text
    assert "<img src=x" not in answer.text
    assert segment_of(page, "On y va?").text != text


@pytest.mark.parametrize(
    "text", ['<a id="a1" href="javascript:alert(1)">ici</a>', '<a href="javascript:alert(1)">ici</a>', "ici"]
)
def test_link_that_is_forged_or_lost_is_refused(page, send, text):
    answer = send(with_text(page, 'Voir <a id="a1">ici</a>.', f"Voir {text}."))
    assert answer.status_code == 422
    assert "javascript:" not in answer.text
    assert segment_of(page, 'Voir <a id="a1">ici</a>.').text == 'Voir <a id="a1">ici</a>.'


def test_text_without_measure_is_refused(page, send):
    answer = send(with_text(page, "Une bonne fin de semaine!", "x" * (MAX_CHARACTERS + 1)))
    assert answer.status_code == 422
    assert f"{MAX_CHARACTERS} au plus" in answer.text


def test_what_is_left_out_is_told_in_a_few_lines__however_many(page, send):
    foreign = "".join(f'\nmsgctxt "x{number}"\nmsgid "a"\nmsgstr "b"\n' for number in range(500))
    messages = [str(message) for message in get_messages(send(exported(page) + foreign).wsgi_request)]
    assert any("Autres lignes dans le même cas" in message for message in messages)
    assert sum(map(len, messages)) < 4_000


def test_file_of_too_many_entries_is_refused(page, send):
    foreign = "".join(f'\nmsgid "{number}"\nmsgstr "b"\n' for number in range(MAX_ENTRIES + 1))
    answer = send(exported(page) + foreign)
    assert answer.status_code == 422
    assert f"plus de {MAX_ENTRIES} entrées" in answer.text


@pytest.mark.parametrize("charset", ["UTF-16", "latin-1", "rot13", "undefined"])
def test_charset_that_the_header_claims_is_not_believed(page, send, charset):
    data = with_text(page, "On y va?", "Y va-t-on, l’été ?").replace("charset=UTF-8", f"charset={charset}")
    send(data)
    assert segment_of(page, "On y va?").text == "Y va-t-on, l’été ?"


def test_reworded_quotation_and_lost_link_are_refused(page, send):
    for source_text, text, reason in (
        ("Une bonne fin de semaine!", "Un bon week-end !", "les mots d’une personne"),
        ('Voir <a id="a1">ici</a>.', 'Voir <a id="a9">ici</a>.', "balises"),
    ):
        answer = send(with_text(page, source_text, text))
        assert answer.status_code == 422
        assert reason in answer.text


def test_wrong_header_page_or_variant_is_refused__in_french(portal, page, send):
    text = exported(page)
    other = factories.news_page(portal, portal.thetford, slug="autre")
    cases = {
        text.replace(HEADER, "X-Autre"): "manque",
        exported(other): "vient d’une autre page",
        text.replace("fr-FR", "fr-CA"): "l’autre variante",
        'msgid ""\nmsgstr ""\n': "manque",
        "": "manque",
        "/etc/passwd": "manque",
        "n’importe quoi": "manque",
        text + '\nmsgid "a"\nmsgstr "b" "c"\n': "Ligne 3",
        f'msgid ""\nmsgstr ""\n"{HEADER}: x\\n"\n\nmsgstr "b"\n': "Ligne 5",
    }
    for data, message in cases.items():
        answer = send(data)
        assert answer.status_code == 422
        assert message in answer.text, data
        assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfe\x00m", "UTF-8"),
        (b"a\x00b", "UTF-8"),
        (b"x" * (MAX_BYTES + 1), "trop gros"),
        (b'"X-Portail-Variante: x\\n"\n' + b"\\" * 99, "Ligne"),
    ],
)
def test_file_that_is_no_text_or_too_big_is_refused(send, data, message):
    answer = send(data)
    assert answer.status_code == 422
    assert message in answer.text


def test_missing_file_is_asked_for(client, page, send):
    answer = client.post(reverse("variant_review:interchange", args=[factories.variant_of(page).pk]))
    assert "Choisissez le fichier" in answer.text


@pytest.mark.parametrize("person", ["thetford-mines-revision", "pau-redaction", "administration"])
def test_nobody_but_the_citys_reviewers_proposes(portal, client, page, send, person):
    data = with_text(page, "On y va?", "Y va-t-on ?")
    client.force_login(portal.people[person])
    send(data)
    assert segment_of(page, "On y va?").text != "Y va-t-on ?"
    with pytest.raises(PermissionDenied):
        ProposeTextsAction(prepare_variant(page), factories.variant_of(page), {}, portal.people[person]).execute()
