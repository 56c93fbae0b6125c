"""Each city reads its own letters, sees to them, exports them; and nobody else's."""

from __future__ import annotations

import csv
import datetime as dt
import io
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from portal.coediting.policies import Actor
from portal.correspondence.models import ContactMessage, ErrorReport
from portal.correspondence.policies import refuse_to_read

pytestmark = pytest.mark.django_db
LIST = "/admin/courrier/messages/"


def message(city, **fields):
    values = {"submission": f"{timezone.now().timestamp()}", "variant": "fr-ca", "text": f"Pour {city}", **fields}
    return ContactMessage.objects.create(city=city, **values)


def test_policy_opens_a_citys_letters_to_its_people():
    assert refuse_to_read(Actor(edits_for={"pau"}), "pau") is None
    assert refuse_to_read(Actor(approves_for={"pau"}), "pau") is None
    assert refuse_to_read(Actor(is_administrator=True), "pau") is None
    assert refuse_to_read(Actor(edits_for={"pau"}), "thetford-mines")
    assert refuse_to_read(Actor())


def test_list_shows_ones_own_citys_letters_only(portal, client):
    message(portal.pau), message(portal.thetford)
    for slug, own, other in (("pau", "Pour Pau", "Pour Thetford"), ("thetford-mines", "Pour Thetford", "Pour Pau")):
        client.force_login(portal.people[f"{slug}-redaction"])
        for address in (LIST, f"{LIST}resultats/", f"{LIST}?export=csv"):
            answer = client.get(address)
            text = answer.getvalue().decode()
            assert own in text, address
            assert other not in text, address


@pytest.mark.parametrize("who", ["thetford-mines-redaction", "pau-revision", None])
@pytest.mark.parametrize("method", ["get", "post"])
def test_letter_is_closed_to_others(portal, client, who, method):
    letter = message(portal.pau, text="Secret")
    if who:
        client.force_login(portal.people[who])
    answer = getattr(client, method)(f"{LIST}{letter.pk}/", {"state": "handled"})
    assert answer.status_code == (403 if who else 302)
    assert "Secret" not in client.get("/admin/").text
    letter.refresh_from_db()
    assert not letter.is_handled


def test_menu_leads_there__for_those_who_may_read(portal, client):
    client.force_login(portal.people["pau-redaction"])
    assert LIST in client.get("/admin/").text
    client.force_login(portal.people["pau-revision"])
    assert LIST not in client.get("/admin/").text
    assert client.get(LIST).status_code == 403


def test_letter_is_answered_by_mail_and_seen_to(portal, client):
    letter = message(portal.pau, email="camille@exemple.org")
    client.force_login(portal.people["pau-redaction"])
    assert 'href="mailto:camille@exemple.org?subject=Votre%20message' in client.get(f"{LIST}{letter.pk}/").text
    assert client.post(f"{LIST}{letter.pk}/", {"state": "handled"}).url == LIST
    letter.refresh_from_db()
    assert (letter.state, letter.handled_by) == ("handled", portal.people["pau-redaction"])
    assert "Pour Pau" not in client.get(f"{LIST}?state=to_handle").text
    client.post(f"{LIST}{letter.pk}/", {"state": "to_handle"})
    letter.refresh_from_db()
    assert (letter.state, letter.handled_at, letter.handled_by) == ("to_handle", None, None)


def test_export_runs_no_formula(portal, client):
    message(portal.pau, text="=cmd|' /C calc'!A0", name="+1")
    client.force_login(portal.people["pau-redaction"])
    answer = client.get(f"{LIST}?export=csv")
    ((_, row),) = [list(csv.reader(io.StringIO(answer.getvalue().decode())))]
    assert "'=cmd|' /C calc'!A0" in row
    assert "'+1" in row


def test_unknown_kind_of_letter_is_not_found(portal, client):
    client.force_login(portal.people["pau-redaction"])
    assert client.get("/admin/courrier/autre/").status_code == 404


def test_purge_keeps_what_is_within_its_term(portal, settings):
    settings.CORRESPONDENCE_KEPT_DAYS, settings.CORRESPONDENCE_HANDLED_KEPT_DAYS = 100, 10
    ago = {days: timezone.now() - dt.timedelta(days=days) for days in (5, 20, 99, 101)}
    kept = [
        message(portal.pau, received_at=ago[99]),
        message(portal.pau, received_at=ago[20], state="handled", handled_at=ago[5]),
    ]
    message(portal.pau, received_at=ago[101])
    message(portal.pau, received_at=ago[99], state="handled", handled_at=ago[20])
    ErrorReport.objects.create(
        city=portal.pau, submission="a", variant="fr-fr", text="x", page_address="/", received_at=ago[101]
    )
    written = StringIO()
    call_command("purge_correspondence", stdout=written)
    assert set(ContactMessage.objects.all()) == set(kept)
    assert not ErrorReport.objects.exists()
    assert "messages reçus : 2" in written.getvalue()


def test_letter_that_could_not_be_mailed_is_mailed_later__and_once(portal, monkeypatch):
    letter = message(portal.pau)
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", lambda *args: (_ for _ in ()).throw(ConnectionError("fermé")))
        failed = StringIO()
        call_command("mail_correspondence", stdout=StringIO(), stderr=failed)
        assert "fermé" in failed.getvalue()
    letter.refresh_from_db()
    assert letter.mailed_at is None
    for _ in range(2):
        call_command("mail_correspondence", stdout=StringIO())
    assert len(mail.outbox) == 1
