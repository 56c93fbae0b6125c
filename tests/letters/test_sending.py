"""What is told to whom: each public page once, in the follower's variant, and nothing else, whatever is killed."""

from __future__ import annotations

import datetime as dt
import smtplib
from io import StringIO

import html5lib
import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from portal.letters.bounces import envelope_sender
from portal.letters.models import Follower, ToldPage
from portal.twinning.models import CooperationAxis
from tests import factories

pytestmark = pytest.mark.django_db


def follower(email="camille@exemple.org", variant="fr-ca", frequency="at_once", **fields):
    values = {"state": Follower.State.CONFIRMED, "confirmed_at": timezone.now() - dt.timedelta(days=1), **fields}
    return Follower.objects.create(email=email, variant=variant, frequency=frequency, **values)


def letters():
    """What followers got; editors are written to as well when a page goes live."""
    return [message for message in mail.outbox if "List-Unsubscribe" in message.extra_headers]


def told(address="camille@exemple.org"):
    return [message for message in letters() if message.to == [address]]


def send(*options):
    written = StringIO()
    call_command("send_letters", *options, stdout=written)
    return written.getvalue()


def test_page_is_told_at_once__in_the_followers_variant(portal):
    follower()
    follower("pau@exemple.org", variant="fr-fr")
    page = factories.news_page(portal, portal.thetford, title="L’œuvre & <la suite>")
    (letter,) = told()
    assert letter.subject == "Jumelage\u00a0: L’œuvre & <la suite>"
    assert f"http://testserver{page.url}" in letter.body
    ((html, kind),) = letter.alternatives
    assert kind == "text/html"
    assert "L’œuvre &amp; &lt;la suite&gt;" in html
    assert 'lang="fr-CA"' in html
    html5lib.HTMLParser(strict=True).parse(html)
    assert not told("pau@exemple.org")
    with factories.background_tasks():
        variant = factories.publish_variant(portal, page)
    assert f"http://testserver{variant.url}" in told("pau@exemple.org")[0].body
    assert len(told()) == 1


def test_letter_carries_what_a_mailbox_needs_to_leave_in_one_click(portal):
    found = follower()
    factories.news_page(portal, portal.thetford)
    message = told()[0].message()
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = message["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
    Client(enforce_csrf_checks=True).post(
        address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )
    found.refresh_from_db()
    assert found.state == Follower.State.LEFT
    factories.news_page(portal, portal.thetford, slug="suite")
    assert len(told()) == 1


def test_page_is_told_once__published_again_or_in_the_variant_one_changed_to(portal):
    found = follower()
    page = factories.publish(factories.news_page(portal, portal.thetford), title="Corrigé")
    with factories.background_tasks():
        factories.publish_variant(portal, page)
    Follower.objects.filter(pk=found.pk).update(variant="fr-fr")
    send()
    assert len(told()) == 1


@pytest.mark.parametrize("state", [Follower.State.PENDING, Follower.State.LEFT, Follower.State.BOUNCED])
def test_nobody_is_written_to_who_did_not_confirm_or_who_left(portal, state):
    follower(state=state)
    factories.news_page(portal, portal.thetford)
    send()
    assert not told()


def test_what_is_not_public_is_never_told(portal):
    follower(frequency="weekly")
    follower("pau@exemple.org", variant="fr-fr", frequency="weekly")
    factories.news_page(portal, portal.thetford, publish=False, slug="brouillon")
    factories.news_page(portal, portal.thetford, slug="retiree").unpublish()
    old = factories.news_page(portal, portal.thetford, slug="ancienne")
    type(old).objects.filter(pk=old.pk).update(first_published_at=timezone.now() - dt.timedelta(days=2))
    gone = factories.news_page(portal, portal.thetford, slug="echue")
    type(gone).objects.filter(pk=gone.pk).update(expired=True)
    kept = factories.news_page(portal, portal.thetford, slug="archivee")
    type(kept).objects.filter(pk=kept.pk).update(archived_at=timezone.now())
    assert send("--weekly").startswith("0 envoyées")
    assert not letters()


def test_letters_follow_city_and_axes(portal):
    axis = CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    follower("ville@exemple.org", city=portal.pau)
    follower("axe@exemple.org").axes.add(axis)
    factories.news_page(portal, portal.thetford, slug="ici")
    assert not letters()
    factories.news_page(portal, portal.thetford, slug="chimie", axes=[axis])
    assert [message.to for message in letters()] == [["axe@exemple.org"]]


def test_week_is_told_in_one_letter__and_not_again_within_the_week(portal):
    follower(frequency="weekly")
    titles = [factories.news_page(portal, portal.thetford, slug=f"n{n}", title=f"Nouvelle {n}").title for n in (1, 2)]
    factories.delegation_page(portal, portal.thetford, title="Une mission")
    assert not told()
    assert send("--weekly").startswith("1 envoyées")
    assert all(title in told()[0].body for title in [*titles, "Une mission"])
    factories.news_page(portal, portal.thetford, slug="n3")
    assert send("--weekly").startswith("0 envoyées")
    Follower.objects.update(told_at=timezone.now() - dt.timedelta(days=7))
    assert send("--weekly").startswith("1 envoyées")
    assert "Nouvelle 1" not in told()[1].body


# What breaks on the way


class Killed(BaseException):
    """Stands for a process that is killed."""


@pytest.fixture
def five(portal):
    found = [follower(f"f{number}@exemple.org", frequency="weekly") for number in range(5)]
    factories.news_page(portal, portal.thetford)
    return found


def failing(monkeypatch, error, *, after=0, delivers=True):
    deliver, calls = EmailBackend.send_messages, []

    def send_messages(self, messages):
        calls.append(messages)
        if len(calls) <= after or delivers:
            deliver(self, messages)
        if len(calls) > after:
            raise error

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)


def test_run_that_is_killed_is_taken_up_again__nobody_is_told_twice(five, monkeypatch):
    with monkeypatch.context() as patch:
        failing(patch, Killed(), after=2)
        with pytest.raises(Killed):
            send("--weekly")
    assert len(letters()) == 3
    assert send("--weekly").startswith("2 envoyées")
    assert sorted(message.to[0] for message in letters()) == sorted(found.email for found in five)


def test_letter_that_the_server_defers_leaves_next_time(five, monkeypatch):
    with monkeypatch.context() as patch:
        failing(patch, smtplib.SMTPDataError(451, b"plus tard"), delivers=False)
        assert "5 à renvoyer" in send("--weekly")
    Follower.objects.update(told_at=None)
    assert send("--weekly").startswith("5 envoyées")


def test_address_that_the_server_refuses_for_good_is_written_to_no_more(five, monkeypatch):
    failing(monkeypatch, smtplib.SMTPRecipientsRefused({"f@exemple.org": (550, b"inconnu")}), delivers=False)
    assert "5 adresses injoignables" in send("--weekly")
    assert not Follower.objects.filter(state=Follower.State.CONFIRMED).exists()


def test_letter_whose_handing_over_broke_is_not_sent_again(five, monkeypatch):
    with monkeypatch.context() as patch:
        failing(patch, smtplib.SMTPServerDisconnected("coupé"))
        assert "5 au sort incertain" in send("--weekly")
    Follower.objects.update(told_at=None)
    assert send("--weekly").startswith("0 envoyées")
    assert ToldPage.objects.filter(sent_at=None).count() == 5


def test_server_that_does_not_answer_loses_nothing(five, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "open", lambda self: (_ for _ in ()).throw(ConnectionRefusedError("fermé")))
        with pytest.raises(CommandError, match="Rien n’est perdu"):
            send("--weekly")
    assert not ToldPage.objects.exists()
    assert send("--weekly").startswith("5 envoyées")


def test_publication_goes_on__when_no_letter_can_leave(portal, monkeypatch):
    follower()
    monkeypatch.setattr(EmailBackend, "open", lambda self: (_ for _ in ()).throw(ConnectionRefusedError("fermé")))
    assert factories.news_page(portal, portal.thetford).live


def test_number_of_queries_does_not_grow_with_what_there_is_to_choose_from(portal, django_assert_max_num_queries):
    for number in range(12):
        follower(f"f{number}@exemple.org", frequency="weekly", city=portal.pau)
        factories.news_page(portal, portal.thetford, slug=f"n{number}")
    with django_assert_max_num_queries(12):
        send("--weekly")


# What comes back

REPORT = """From MAILER-DAEMON Mon Nov 23 02:00:00 2026
Delivered-To: {to}
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Undelivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.exemple.org

Final-Recipient: rfc822; x@exemple.org
Action: failed
Status: {status}

--b--

"""


def test_reports_in_a_mailbox_name_their_followers(db, settings, tmp_path):
    settings.LETTERS_BOUNCE_ADDRESS = "rebonds@portail.example"
    gone, delayed, absent, forged = (
        follower(f"{name}@exemple.org") for name in ("gone", "delayed", "absent", "forged")
    )
    box = tmp_path / "rebonds.mbox"
    absence = f"From x Mon Nov 23 02:00:00 2026\nTo: {envelope_sender(absent)}\n\nJe suis absente.\n\n"
    false = envelope_sender(forged).partition("-")[0] + "-0123456789abcdef@portail.example"
    reports = [(envelope_sender(gone), "5.1.1"), (envelope_sender(delayed), "4.4.1"), (false, "5.1.1")]
    box.write_text("".join(REPORT.format(to=to, status=status) for to, status in reports) + absence)
    written = StringIO()
    call_command("mark_bounced", str(box), "--mailbox", stdout=written)
    assert written.getvalue().startswith("1 adresses")
    assert Follower.objects.get(state=Follower.State.BOUNCED) == gone


def test_listed_addresses_are_written_to_no_more(db, tmp_path):
    found, other = follower(), follower("autre@exemple.org")
    path = tmp_path / "adresses.txt"
    path.write_text("# rebonds\nCamille@exemple.org \ninconnue@exemple.org\n")
    call_command("mark_bounced", str(path), stdout=StringIO())
    assert Follower.objects.get(state=Follower.State.BOUNCED) == found
    assert Follower.objects.get(state=Follower.State.CONFIRMED) == other
    with pytest.raises(CommandError, match="n’existe pas"):
        call_command("mark_bounced", str(tmp_path / "rien"))


def test_letter_leaves_from_a_sender_that_tells_whose_it_was(portal, settings):
    settings.LETTERS_BOUNCE_ADDRESS = "rebonds@portail.example"
    settings.DEFAULT_FROM_EMAIL = "portail@portail.example"
    found = follower()
    factories.news_page(portal, portal.thetford)
    (letter,) = told()
    assert letter.from_email == envelope_sender(found)
    assert letter.from_email.startswith(f"rebonds+{found.pk}-")
    assert letter.message()["From"] == "portail@portail.example"
