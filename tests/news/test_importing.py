"""Importing a press release, from the command and from the admin. The releases are of our own making."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from news.models import NewsPage
from tests import factories

pytestmark = pytest.mark.django_db

RELEASE = """Un atelier qui rapproche les laboratoires

Pendant trois jours, des équipes des deux villes ont comparé leurs façons de mesurer la poussière.

Le Laboratoire Exemple a ouvert ses portes & ses dossiers. Le Fonds d’essai (FE) a payé le voyage.

VISITE À THETFORD

La visite a commencé à Thetford par une marche sur les haldes.

« Nous reviendrons avec des échantillons! Qui veut nous suivre? », a déclaré la directrice Camille Exemple.
"""


@pytest.fixture
def release(tmp_path):
    path = tmp_path / "communique.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture
def institution(portal):
    return factories.institution_page(portal, portal.thetford)


def run(path, *arguments):
    output = StringIO()
    call_command("import_communique", str(path), "--city", "thetford-mines", *arguments, stdout=output)
    return output.getvalue()


def test_command_makes_a_draft__with_quotation_and_links(portal, release, institution):
    run(release)
    page = NewsPage.objects.get(title="Un atelier qui rapproche les laboratoires")
    assert not page.live
    assert page.lead_city == portal.thetford
    assert page.introduction.startswith("Pendant trois jours")
    assert [block.block_type for block in page.body] == ["text", "quote"]
    text, quote = page.body[0].value.source, page.body[1].value
    assert "<h2>Visite à Thetford</h2>" in text
    assert f'<a linktype="page" id="{institution.pk}">Laboratoire Exemple</a>' in text
    assert "portes &amp; ses" in text
    assert quote["text"] == "Nous reviendrons avec des échantillons! Qui veut nous suivre?"
    assert (quote["speaker"], quote["office"]) == ("Camille Exemple", "directrice")
    assert [row.institution_id for row in page.related_institutions.all()] == [institution.pk]


def test_command_submits__as_a_writer(portal, release):
    run(release, "--submit-as", "pau-redaction")
    page = NewsPage.objects.get()
    assert not page.live
    assert page.workflow_in_progress


def test_command_leaves_nothing__for_somebody_who_may_not_edit(portal, release):
    with pytest.raises(CommandError, match="ne peut pas soumettre"):
        run(release, "--submit-as", "thetford-mines-revision")
    assert not NewsPage.objects.exists()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (b"\x00\x01\x02\xff" * 50, "a.txt"),
        (b"a" * 2_000_001 + b"a" * 200_000, "a.txt"),
        (b"%PDF-1.7", "a.pdf"),
    ],
)
def test_unreadable_file_leaves_nothing__and_says_so_in_french(portal, tmp_path, data, name):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CommandError, match=r"[a-zé]+\.$"):
        run(path)
    assert not NewsPage.objects.exists()


def test_endless_text_is_refused__at_once(portal, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("a\n" * 900_000, encoding="utf-8")
    with pytest.raises(CommandError, match="trop long"):
        run(path)
    assert not NewsPage.objects.exists()


@pytest.mark.parametrize("title", ["???", "日本語"])
def test_title_without_letters_still_has_an_address(portal, client, title):
    client.force_login(portal.people["pau-redaction"])
    shown = client.post(reverse("import_communique"), {"city": portal.pau.pk, "text": RELEASE})
    data = {
        "city": portal.pau.pk,
        "understood": shown.context["form"]["understood"].value(),
        "title": title,
        "introduction": "",
    }
    assert client.post(reverse("import_communique"), data).status_code == 302
    assert NewsPage.objects.get().slug.startswith("communique")


def test_import_without_a_list_of_news__says_so(portal, client):
    client.force_login(portal.people["pau-redaction"])
    shown = client.post(reverse("import_communique"), {"city": portal.pau.pk, "text": RELEASE})
    understood = shown.context["form"]["understood"].value()
    portal.trees["fr-FR"].news.delete()
    data = {"city": portal.pau.pk, "understood": understood, "title": "Titre", "introduction": ""}
    answer = client.post(reverse("import_communique"), data)
    assert answer.status_code == 422
    assert "pas encore de liste" in answer.text


def test_unknown_city_and_account__are_named(portal, release):
    with pytest.raises(CommandError, match="Ville inconnue : lyon"):
        call_command("import_communique", str(release), "--city", "lyon")
    with pytest.raises(CommandError, match="Compte inconnu : personne"):
        run(release, "--submit-as", "personne")


def test_admin_shows_what_it_understood__before_saving(portal, client, institution):
    client.force_login(portal.people["thetford-mines-redaction"])
    url = reverse("import_communique")
    file = SimpleUploadedFile("communique.txt", RELEASE.encode("cp1252"), "text/plain")
    shown = client.post(url, {"city": portal.thetford.pk, "file": file})
    assert "Visite à Thetford" in shown.text
    assert not NewsPage.objects.exists()
    draft = shown.context["form"]
    data = {
        "city": portal.thetford.pk,
        "understood": draft["understood"].value(),
        "title": "Titre corrigé",
        "introduction": draft["introduction"].value(),
        "linked": [],
    }
    saved = client.post(url, data)
    page = NewsPage.objects.get()
    assert saved.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert page.title == "Titre corrigé"
    assert not page.related_institutions.exists()
    assert "linktype" not in page.body[0].value.source


def test_admin_refuses_a_forged_second_step__and_keeps_what_was_typed(portal, client):
    client.force_login(portal.people["thetford-mines-redaction"])
    answer = client.post(
        reverse("import_communique"), {"city": portal.thetford.pk, "understood": "faux", "title": "Mon titre"}
    )
    assert answer.status_code == 422
    assert "Reprenez l’importation" in answer.text
    assert "Mon titre" in answer.text
    assert not NewsPage.objects.exists()


def test_admin_refuses_neither_file_nor_text__in_french(portal, client):
    client.force_login(portal.people["pau-redaction"])
    answer = client.post(reverse("import_communique"), {"city": portal.pau.pk})
    assert answer.status_code == 422
    assert "Choisissez un fichier ou collez un texte" in answer.text


@pytest.mark.parametrize("person", ["thetford-mines-revision", "pau-revision"])
def test_reviewers__may_not_import(portal, client, person):
    client.force_login(portal.people[person])
    answer = client.get(reverse("import_communique"))
    assert answer.status_code in (302, 403)
    assert "Lire le communiqué" not in answer.text
