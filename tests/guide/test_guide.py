"""The guide opens to whoever opens the admin, and says only what the screens say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.urls import reverse

from portal.coediting.role_table import ADMINISTRATION, CITY_ROLES
from portal.guide.contents import PAGES
from portal.guide.role_rows import role_rows
from portal.guide.templatetags.guide import FOLDER
from portal.variants import Variant, check
from tests import factories
from tests.guide.labels import labels, plain

pytestmark = pytest.mark.django_db
ADDRESSES = ["/admin/guide/", *(f"/admin/guide/{slug}/" for slug in PAGES)]
HEAVIEST = 1_500_000
ROLES = [*CITY_ROLES, "administration"]


@pytest.fixture
def pages(portal, client, texts):
    """The text of each page by its address, drawn once: nothing in it depends on the day or on the reader."""
    client.force_login(portal.people["pau-redaction"])
    for address in ADDRESSES:
        if address not in texts:
            texts[address] = BeautifulSoup(client.get(address).content, "html.parser").select_one(".guide")
    return texts


@pytest.fixture(scope="module")
def texts():
    return {}


def somebody(group, **fields):
    user = get_user_model().objects.create_user("quelqu-un", password=factories.PASSWORD, **fields)
    if group:
        user.groups.add(group)
    return user


@pytest.mark.parametrize("role", ["editors", "approvers", "reviewers", "account_managers"])
def test_each_role_reads_all_of_the_guide(role, portal, client):
    client.force_login(somebody(getattr(portal.pau, role)))
    assert [address for address in ADDRESSES if client.get(address).status_code != 200] == []


def test_guide_is_closed_to_strangers(portal, client):
    login = reverse("wagtailadmin_login")
    assert all(client.get(address)["Location"].startswith(login) for address in ADDRESSES[:2])
    client.force_login(somebody(None))
    assert client.get(ADDRESSES[0])["Location"].startswith(login)


def test_page_that_the_guide_has_not_is_not_found(portal, client):
    client.force_login(portal.people["administration"])
    assert client.get("/admin/guide/rien/").status_code == 404


def test_each_picture_exists__with_words_for_who_does_not_see_it(pages):
    shown = set()
    for address, text in pages.items():
        for picture in text.select("img"):
            name = Path(picture["src"]).name
            shown.add(name)
            assert finders.find(f"portal/guide/{name}"), (address, name)
            assert len(picture["alt"]) > 40, (address, name)
            assert int(picture["height"]) > 0
    assert shown == {file.name for file in FOLDER.iterdir()}
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < HEAVIEST


def test_each_page_of_a_task_has_a_picture(pages):
    assert [address for address in ADDRESSES[1:] if not pages[address].select("img") and "roles" not in address] == []


def test_each_link_of_the_guide_answers(pages, portal, client):
    links = {link["href"] for text in pages.values() for link in text.select("a[href]")}
    client.force_login(portal.people["administration"])
    assert {link: client.get(link).status_code for link in links if client.get(link).status_code != 200} == {}
    assert all(link.startswith("/admin/") for link in links)


def test_buttons_and_refusals_are_those_of_the_screens(pages):
    known = labels()
    quoted = {
        (address, plain(element.get_text()))
        for address, text in pages.items()
        for element in text.select(".guide__button, .guide__said")
    }
    assert sorted(pair for pair in quoted if pair[1] not in known) == []
    assert plain("Publier en un clic") not in known


@pytest.mark.parametrize("variant", list(Variant))
def test_text_is_common_to_both_variants(variant, pages):
    for address, text in pages.items():
        for line in text.get_text("\n").splitlines():
            assert not re.search(r"[;!?]", line), (address, line)
            assert not check(line.strip(), variant), (address, line)


def test_table_of_roles_is_asked_of_the_policies():
    answers = {act: dict(zip(ROLES, may, strict=True)) for act, may in role_rows()}
    may = {act: {role for role, is_allowed in row.items() if is_allowed} for act, row in answers.items()}
    assert may["Donner la clé de sa ville à un texte que l’on n’a pas écrit"] == {"approvers"}
    assert may["Donner la clé de sa ville à son propre texte"] == set()
    assert may["Donner la clé de l’autre ville"] == set()
    assert may["Publier d’urgence, avec un motif écrit"] == {"administration"}
    assert may["Relire et publier les variantes dans le français de sa ville"] == {"reviewers"}
    assert may["Inviter une personne, fermer un compte"] == {"account_managers", "administration"}
    assert may["Écrire et soumettre une version d’origine de l’une ou l’autre ville"] == {
        "editors",
        "approvers",
        "administration",
    }
    assert ADMINISTRATION.label == "Administration"


def test_menu_leads_to_the_guide__and_to_no_foreign_one(portal, client):
    client.force_login(portal.people["pau-revision"])
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("guide:index") in home
    assert "guide.wagtail.org" not in home
