"""A city manages the accounts of its own people: it invites, changes and closes them, and reaches no other."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.coediting.accounts.reach import reachable_groups, reachable_people
from portal.coediting.conflicts.versions import LOADED_CONTENT
from portal.coediting.roles import ADMINISTRATION
from portal.twinning.models import City
from tests import factories

pytestmark = pytest.mark.django_db
User = get_user_model()


@pytest.fixture
def pau(portal):
    return City.objects.get(slug="pau")


@pytest.fixture
def manager(portal, pau, client):
    user = User.objects.create_user("gestion", email="gestion@example.org", first_name="Ana", last_name="Gestion")
    user.groups.add(pau.account_managers)
    client.force_login(user)
    return user


def invite(client, *groups, **fields):
    data = {"first_name": "Léa", "last_name": "Nouvelle", "email": "Lea@Example.org", **fields}
    with factories.background_tasks():
        return client.post(reverse("wagtailusers_users:add"), {**data, "groups": [group.pk for group in groups]})


def change(client, person, *groups, **fields):
    data = {"first_name": "Nom", "last_name": "Changé", "email": person.email, "is_active": "on", **fields}
    data["groups"] = [group.pk for group in groups]
    form = client.get(reverse("wagtailusers_users:edit", args=[person.pk])).text
    loaded = BeautifulSoup(form, "html.parser").find("input", {"name": LOADED_CONTENT})
    if loaded is not None:
        data[LOADED_CONTENT] = loaded["value"]
    return client.post(reverse("wagtailusers_users:edit", args=[person.pk]), data)


def test_manager_invites_to_a_group_of_their_city(manager, pau, client):
    answer = invite(client, pau.editors, pau.reviewers)
    assert answer.status_code == 302
    person = User.objects.get(email="lea@example.org")
    assert set(person.groups.all()) == {pau.editors, pau.reviewers}
    assert (person.username, person.is_superuser, person.is_staff) == ("lea@example.org", False, False)
    entry = ModelLogEntry.objects.get(action="coediting.invite_person")
    assert entry.data["city"] == "pau"
    assert entry.user == manager


def test_invited_person_chooses_their_password__and_signs_in(manager, pau, client):
    invite(client, pau.editors)
    (message,) = mail.outbox
    assert message.to == ["lea@example.org"]
    assert message.subject == "Votre compte sur le portail du jumelage"
    assert "Ana Gestion vous ouvre un compte" in message.body
    assert "- Pau : rédaction" in message.body
    client.logout()
    address = re.search(r"https?://[^/]+(/admin/password_reset/confirm/\S+)", message.body).group(1)
    form = client.get(address, follow=True)
    password = "pierre-verte-2"
    done = client.post(form.request["PATH_INFO"], {"new_password1": password, "new_password2": password})
    assert done.status_code == 302
    assert client.login(username="lea@example.org", password=password)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_form_asks_for_no_password_and_no_superuser(manager, client):
    for url in (reverse("wagtailusers_users:add"), reverse("wagtailusers_users:edit", args=[manager.pk])):
        text = client.get(url).text
        assert "password" not in text.lower().replace("password_reset", "")
        assert "is_superuser" not in text


def test_forged_password_and_superuser_are_ignored(manager, pau, client):
    invite(client, pau.editors, password1="x-y-z-1234", password2="x-y-z-1234", is_superuser="on", username="autre")
    person = User.objects.get(email="lea@example.org")
    assert not person.is_superuser
    assert not person.check_password("x-y-z-1234")
    assert person.username == "lea@example.org"


@pytest.mark.parametrize("group", ["other city", "administration", "none"])
def test_invitation_to_any_other_group_is_refused(manager, portal, client, group):
    groups = {
        "other city": [City.objects.get(slug="thetford-mines").approvers],
        "administration": [Group.objects.get(name=ADMINISTRATION)],
        "none": [],
    }
    answer = invite(client, *groups[group])
    assert answer.status_code == 200
    assert not User.objects.filter(email="lea@example.org").exists()
    assert not mail.outbox


def test_address_that_has_an_account_is_refused__in_french(manager, pau, portal, client):
    answer = invite(client, pau.editors, email="THETFORD-MINES-REDACTION@example.org")
    assert "Cette adresse a déjà un compte" in answer.text


def test_manager_sees_the_people_of_their_city_alone(manager, portal, client):
    both = portal.people["pau-redaction"]
    both.groups.add(City.objects.get(slug="thetford-mines").editors)
    assert set(reachable_people(manager)) == {
        manager,
        portal.people["pau-approbation"],
        portal.people["pau-revision"],
    }
    text = client.get(reverse("wagtailusers_users:index")).text
    assert "pau-approbation" in text
    assert "thetford-mines-approbation" not in text
    assert "administration@" not in text


def test_manager_closes_an_account_of_their_city(manager, pau, portal, client):
    person = portal.people["pau-redaction"]
    other = type(client)()
    other.force_login(person)
    change(client, person, pau.editors, is_active="")
    person.refresh_from_db()
    assert not person.is_active
    assert other.get(reverse("wagtailadmin_home")).status_code == 302
    assert ModelLogEntry.objects.filter(action="coediting.change_account", data__is_open=False).exists()


@pytest.mark.parametrize("name", ["thetford-mines-redaction", "administration"])
def test_accounts_out_of_reach_stay_as_they_are(manager, pau, portal, client, name):
    person = portal.people[name]
    before = (person.email, set(person.groups.all()))
    for view in ("edit", "history", "usage", "delete"):
        assert client.get(reverse(f"wagtailusers_users:{view}", args=[person.pk])).status_code == 403
    change(client, person, pau.editors, email="pris@example.org", is_active="")
    client.post(reverse("wagtailusers_users:delete", args=[person.pk]))
    person = User.objects.get(pk=person.pk)
    assert (person.email, set(person.groups.all()), person.is_active) == (*before, True)


def test_manager_gives_themselves_no_other_group__nor_closes_their_own_account(manager, pau, client):
    change(client, manager, pau.approvers, is_active="")
    manager.refresh_from_db()
    assert set(manager.groups.all()) == {pau.account_managers}
    assert manager.is_active
    assert manager.last_name == "Changé"


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_accounts_are_not_changed_in_bulk__by_anybody(manager, portal, client, action):
    url = reverse("wagtail_bulk_action", args=["auth", "user", action])
    for user in (manager, portal.people["administration"]):
        client.force_login(user)
        assert client.get(f"{url}?id={manager.pk}").status_code == 404
        assert client.post(f"{url}?id={manager.pk}", {"mark_as_active": "False"}).status_code == 404


def test_administration_reaches_both_cities__and_no_superuser(portal):
    person = User.objects.create_user("accueil")
    person.groups.add(Group.objects.get(name=ADMINISTRATION))
    reached = reachable_people(person)
    assert set(reached) == {*portal.people.values(), person} - {portal.people["administration"]}
    assert reachable_groups(person).count() == 9


def test_changing_an_account_keeps_the_groups_that_stand_elsewhere(portal, client):
    archive = Group.objects.create(name="Archives")
    person = portal.people["pau-redaction"]
    person.groups.add(archive)
    client.force_login(portal.people["administration"])
    change(client, person, archive)
    assert set(person.groups.all()) == {archive}


@pytest.mark.parametrize("name", ["pau-redaction", "pau-approbation", "pau-revision"])
def test_nobody_else_sees_the_accounts(portal, client, name):
    client.force_login(portal.people[name])
    for url in (reverse("wagtailusers_users:index"), reverse("wagtailusers_users:add")):
        assert client.get(url).status_code == 403
    assert not reachable_people(portal.people[name]).exists()


def test_list_says_what_each_person_does__in_as_many_queries_for_one_as_for_many(
    manager, pau, client, django_assert_max_num_queries
):
    address = reverse("wagtailusers_users:index")
    with CaptureQueriesContext(connection) as for_one:
        client.get(address)
    for number in range(5):
        person = User.objects.create_user(f"personne-{number}")
        person.groups.set([pau.editors, pau.reviewers])
    with django_assert_max_num_queries(len(for_one)):
        page = BeautifulSoup(client.get(address).content, "html.parser")
    assert page.select_one("h1").get_text(strip=True) == "Comptes"
    assert page.select_one(".listing").get_text().count("Pau : rédaction, Pau : révision des variantes") == 5
