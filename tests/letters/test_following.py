"""Asking for letters, confirming, choosing, leaving: without cookies, and without telling who is known."""

from __future__ import annotations

import datetime as dt
import re
from io import StringIO

import html5lib
import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from portal.letters import links
from portal.letters.models import Follower
from portal.twinning.models import CooperationAxis
from tests import factories
from tests.public_forms.filling import token

pytestmark = pytest.mark.django_db
FOLLOW = "/fr-fr/suivre/"
STATE = Follower.State


def ask(client, email="camille@exemple.org", **changes):
    values = {"token": token("suivre"), "email": email, "variant": "fr-fr", "frequency": "weekly", "city": ""}
    with factories.background_tasks():
        return client.post(FOLLOW, {**values, **changes})


def follower(email="camille@exemple.org", state=STATE.CONFIRMED, **fields):
    return Follower.objects.create(
        email=email, state=state, variant="fr-fr", confirmed_at=timezone.now() - dt.timedelta(days=1), **fields
    )


def link_in(message):
    return re.search(r"http://testserver(/\S+)", message.body)[1]


def test_address_is_written_to_once_it_was_confirmed_from_the_mailbox(portal):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    client = Client(enforce_csrf_checks=True)
    answer = ask(client, "Camille@Exemple.org", city="pau", axes=["chimie-verte"], frequency="at_once")
    assert (answer.status_code, answer.url) == (303, "/fr-fr/suivre/demande/")
    found = Follower.objects.get()
    assert (found.email, found.city, found.state) == ("camille@exemple.org", portal.pau, STATE.PENDING)
    assert list(found.axes.all()) == [axis]
    (invitation,) = mail.outbox
    assert invitation.to == ["camille@exemple.org"]
    assert "48 heures" in client.get(answer.url).text
    address = link_in(invitation)
    assert address.startswith("/fr-fr/suivre/confirmer/")
    for method in (client.get, client.head):
        assert method(address).status_code == 200
        found.refresh_from_db()
        assert found.state == STATE.PENDING
    confirmed = client.post(address)
    assert confirmed.status_code == 303
    page = client.get(confirmed.url)
    assert "c…@exemple.org" in page.text
    assert "camille@exemple.org" not in page.text
    assert not page.cookies
    found.refresh_from_db()
    assert found.is_confirmed


def test_nothing_tells_whether_an_address_is_known(portal, client):
    follower("connue@exemple.org", frequency="at_once")
    known, unknown = (ask(client, email) for email in ("connue@exemple.org", "inconnue@exemple.org"))
    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)
    assert sorted(message.to[0] for message in mail.outbox) == ["connue@exemple.org", "inconnue@exemple.org"]


def test_preferences_of_a_follower_are_not_changed_by_who_types_the_address(portal, client):
    follower(frequency="at_once")
    ask(client, frequency="weekly", city="pau")
    found = Follower.objects.get()
    assert (found.frequency, found.city, found.state) == ("at_once", None, STATE.CONFIRMED)
    assert "/suivre/preferences/" in mail.outbox[0].body


def test_address_gets_one_mail__however_often_it_is_typed(portal, client):
    for _ in range(4):
        ask(client)
    assert Follower.objects.count() == len(mail.outbox) == 1
    Follower.objects.update(written_to_at=timezone.now() - dt.timedelta(hours=1))
    ask(client)
    assert len(mail.outbox) == 2


def test_invitation_that_could_not_leave_is_sent_at_the_next_request(portal, client, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("portal.letters.tasks.mail_invitation", lambda found: (_ for _ in ()).throw(ConnectionError))
        assert ask(client).status_code == 303
    ask(client)
    assert len(mail.outbox) == 1


def test_confirmation_expires(portal, client, settings):
    ask(client)
    settings.LETTERS_CONFIRM_WITHIN_HOURS = 0
    address = link_in(mail.outbox[0])
    assert client.post(address).status_code == 410
    assert Follower.objects.get().state == STATE.PENDING


@pytest.mark.parametrize("where", ["confirmer", "preferences", "arreter"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_forged_link_does_nothing(portal, client, where, method):
    found = follower(state=STATE.PENDING)
    other = links.preferences_path(found) if where == "confirmer" else links.confirm_address(found)
    stolen = other.rstrip("/").rpartition("/")[2]
    for text in (stolen, stolen[:-3] + "abc", "x", "é%00"):
        assert getattr(client, method)(f"/fr-fr/suivre/{where}/{text}/").status_code in (404, 410)
    found.refresh_from_db()
    assert found.state == STATE.PENDING


def test_link_of_before_one_left_is_void__once_one_asked_again(portal, client):
    found = follower(state=STATE.LEFT)
    old = links.confirm_address(found), links.preferences_path(found)
    ask(client)
    assert client.post(old[0].removeprefix("http://testserver")).status_code == 410
    assert "Vous ne recevez plus" in client.get(old[1]).text
    assert Follower.objects.get().state == STATE.PENDING


def test_preferences_are_changed_through_the_link(portal, client):
    found = follower()
    address = links.preferences_path(found)
    values = {"token": token("preferences"), "variant": "fr-ca", "frequency": "at_once", "city": "pau"}
    answer = client.post(address, values)
    assert answer.status_code == 303
    assert answer.url.startswith("/fr-ca/suivre/preferences/")
    found.refresh_from_db()
    assert (found.variant, found.frequency, found.city) == ("fr-ca", "at_once", portal.pau)
    assert client.post(address, {**values, "city": "lyon"}).status_code == 422
    found.refresh_from_db()
    assert found.city == portal.pau


# Leaving


def test_opening_the_link_changes_nothing__and_one_post_without_a_cookie_ends_the_letters(portal):
    found = follower()
    client = Client(enforce_csrf_checks=True)
    address = links.unsubscribe_path(found)
    for method in (client.get, client.head):
        assert method(address).status_code == 200
        found.refresh_from_db()
        assert found.is_confirmed
    answer = client.post(address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, bool(answer.cookies)) == (200, False)
    found.refresh_from_db()
    assert (found.state, found.left_at is None) == (STATE.LEFT, False)
    assert client.post(address).status_code == 200


def test_link_still_answers__once_the_address_is_erased(portal, client):
    found = follower()
    address = links.unsubscribe_path(found)
    found.delete()
    for method in (client.get, client.post):
        assert "Vous ne recevez plus" in method(address).text


def test_purge_erases_addresses_that_serve_nobody(db, settings):
    settings.LETTERS_UNCONFIRMED_KEPT_DAYS, settings.LETTERS_LEFT_KEPT_DAYS = 7, 30
    ago = {days: timezone.now() - dt.timedelta(days=days) for days in (6, 8, 29, 31)}
    follower("a@exemple.org", STATE.PENDING, asked_at=ago[8])
    follower("b@exemple.org", STATE.LEFT, left_at=ago[31])
    follower("c@exemple.org", STATE.BOUNCED, left_at=ago[31])
    kept = {
        follower("d@exemple.org", STATE.PENDING, asked_at=ago[6]),
        follower("e@exemple.org", STATE.LEFT, left_at=ago[29]),
        follower("f@exemple.org", asked_at=ago[31]),
    }
    call_command("purge_letters", stdout=StringIO())
    assert set(Follower.objects.all()) == kept


@pytest.mark.parametrize("email", ["", "camille", "a@exemple.org\r\nBcc: b@exemple.org", "<script>@exemple.org"])
def test_address_that_is_none_is_refused__choices_kept(portal, client, email):
    answer = ask(client, email, frequency="at_once")
    assert answer.status_code == 422
    assert re.search(r'value="at_once"[^>]* checked', answer.text)
    assert not Follower.objects.exists()
    assert not mail.outbox


def test_screens_are_valid_html_without_a_cookie(portal, client):
    found = follower()
    addresses = [
        FOLLOW,
        "/fr-ca/suivre/demande/",
        links.preferences_path(found),
        links.unsubscribe_path(found),
        links.confirm_address(found),
    ]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert not answer.cookies
        html5lib.HTMLParser(strict=True).parse(answer.text)
    assert "noindex" in client.get(links.preferences_path(found)).text
