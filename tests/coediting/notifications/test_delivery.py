"""Sent once: at once or once a day, retried after a failure, never twice."""

from __future__ import annotations

import datetime as dt
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from portal.coediting.models import Notification, NotificationPreference
from portal.coediting.notifications import delivery
from portal.coediting.notifications.models import Kind, Pace
from portal.coediting.notifications.tasks import send_notifications_task
from tests import factories
from tests.coediting.notifications import acts

pytestmark = pytest.mark.django_db
State = Notification.State


@pytest.fixture
def reader(portal):
    return portal.people["pau-approbation"]


@pytest.fixture
def waiting(portal, reader):
    """A page that waits for the reader's key; its e-mail has not left."""
    page = factories.news_page(portal, portal.pau, publish=False)
    page = acts.written_by(page, portal.people["pau-redaction"])
    page.get_workflow().start(page, portal.people["pau-redaction"])
    return Notification.objects.get()


def prefer(user, pace, kind=Kind.SUBMITTED):
    NotificationPreference.objects.update_or_create(user=user, kind=kind, defaults={"pace": pace})


class BrokenServer(EmailBackend):
    """Takes no e-mail."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("le serveur de courrier ne répond pas")


class KilledWhileSending(EmailBackend):
    """The e-mail leaves, and the process dies before it can say so."""

    def send_messages(self, messages):
        super().send_messages(messages)
        raise SystemExit


@pytest.fixture
def server(settings):
    def use(backend):
        settings.EMAIL_BACKEND = f"{backend.__module__}.{backend.__qualname__}"

    return use


def test_act_that_is_rolled_back_tells_nobody(portal):
    page = acts.written_by(factories.news_page(portal, portal.pau, publish=False), portal.people["pau-redaction"])
    with factories.background_tasks(), pytest.raises(RuntimeError), transaction.atomic():
        page.get_workflow().start(page, portal.people["pau-redaction"])
        raise RuntimeError
    assert not Notification.objects.exists()
    assert not mail.outbox


def test_task_that_runs_twice_sends_once(waiting):
    send_notifications_task.enqueue()
    send_notifications_task.enqueue()
    waiting.refresh_from_db()
    assert (len(mail.outbox), waiting.state, waiting.attempts) == (1, State.SENT, 1)
    assert waiting.sent_at is not None


def test_notification_that_another_run_has_claimed_is_left_alone(waiting):
    pks = [waiting.pk]
    Notification.objects.filter(pk__in=pks).update(state=State.SENDING)
    assert not delivery._send(pks)
    assert not mail.outbox


def test_process_killed_in_the_middle_never_sends_twice__and_an_operator_may(waiting, server):
    server(KilledWhileSending)
    with pytest.raises(SystemExit):
        delivery.send_due()
    server(EmailBackend)
    assert len(mail.outbox) == 1
    Notification.objects.update(not_before=timezone.now() - dt.timedelta(hours=2))
    output = StringIO()
    call_command("send_notifications", stdout=output)
    assert len(mail.outbox) == 1
    assert "Envois interrompus, à vérifier\u00a0: 1" in output.getvalue()
    call_command("send_notifications", "--resend-interrupted", stdout=output)
    assert len(mail.outbox) == 2
    assert not delivery.interrupted().exists()


def test_failure_is_retried_after_a_pause__longer_each_time_and_given_up_at_last(waiting, server):
    server(BrokenServer)
    for number, pause in enumerate(delivery.PAUSES, start=1):
        before = timezone.now()
        delivery.send_due()
        waiting.refresh_from_db()
        assert (waiting.state, waiting.attempts) == (State.WAITING, number)
        assert "ne répond pas" in waiting.error
        assert waiting.not_before >= before + pause
        delivery.send_due()
        waiting.refresh_from_db()
        assert waiting.attempts == number
        Notification.objects.update(not_before=before)
    delivery.send_due()
    waiting.refresh_from_db()
    assert waiting.state == State.FAILED


def test_server_that_comes_back_gets_the_email(waiting, server):
    server(BrokenServer)
    delivery.send_due()
    server(EmailBackend)
    Notification.objects.update(not_before=timezone.now())
    delivery.send_due()
    waiting.refresh_from_db()
    assert (len(mail.outbox), waiting.state, waiting.error) == (1, State.SENT, "")


def test_documented_command_retries_a_letter_that_failed__sends_it_once_and_logs_both(waiting, server, caplog):
    def command():
        output = StringIO()
        with caplog.at_level("INFO", logger="portal.coediting.notifications"):
            call_command("send_notifications", stdout=output)
        return output.getvalue()

    server(BrokenServer)
    assert "Courriels partis : 0" in command()
    server(EmailBackend)
    assert "Courriels partis : 0" in command()
    Notification.objects.update(not_before=timezone.now())
    assert "Courriels partis : 1" in command()
    assert "Courriels partis : 0" in command()
    waiting.refresh_from_db()
    assert (len(mail.outbox), waiting.state, waiting.attempts) == (1, State.SENT, 2)
    told = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert told[0][0] == "WARNING"
    assert f"could not send {waiting.pk}, attempt 1" in told[0][1]
    assert [message for level, message in told if level == "INFO" and message.startswith(f"sent [{waiting.pk}]")]


def test_one_that_fails_does_not_hold_back_the_others(portal, waiting, monkeypatch):
    other = Notification.objects.create(
        recipient=portal.people["pau-redaction"], kind=Kind.MENTIONED, page=waiting.page, comment="Un mot"
    )
    compose = delivery.compose

    def compose_all_but_one(rows):
        if rows[0].pk == waiting.pk:
            raise ValueError("texte illisible")
        return compose(rows)

    monkeypatch.setattr(delivery, "compose", compose_all_but_one)
    delivery.send_due()
    assert {row.pk: row.state for row in Notification.objects.all()} == {
        waiting.pk: State.WAITING,
        other.pk: State.SENT,
    }


def test_daily_reader_gets_nothing_at_once__and_one_digest_of_all(portal, reader, waiting):
    prefer(reader, Pace.DAILY)
    prefer(reader, Pace.DAILY, Kind.MENTIONED)
    Notification.objects.create(recipient=reader, kind=Kind.MENTIONED, page=waiting.page, comment="Un mot")
    delivery.send_due()
    assert not mail.outbox
    call_command("send_notifications", "--digest", stdout=StringIO())
    (digest,) = mail.outbox
    assert digest.to == [reader.email]
    assert digest.subject == "Jumelage\u00a0: 2 nouvelles pour vous"
    assert waiting.page.title in digest.body
    assert "Un mot" in digest.body


def test_second_digest_of_the_day_holds_what_came_since__or_is_not_sent(portal, reader, waiting):
    prefer(reader, Pace.DAILY)
    delivery.send_digests()
    delivery.send_digests()
    assert len(mail.outbox) == 1
    Notification.objects.create(recipient=reader, kind=Kind.SUBMITTED, page=waiting.page, city=portal.pau)
    delivery.send_digests()
    assert len(mail.outbox) == 2
    assert mail.outbox[1].body.count(waiting.page.title) == 1


def test_digest_holds_nothing_that_others_were_told(portal, reader, waiting):
    prefer(reader, Pace.DAILY)
    Notification.objects.create(
        recipient=portal.people["pau-redaction"], kind=Kind.MENTIONED, page=waiting.page, comment="Pour un autre"
    )
    delivery.send_digests()
    (digest,) = mail.outbox
    assert "Pour un autre" not in digest.body


def test_who_wants_nothing_gets_nothing__not_even_later(reader, waiting):
    prefer(reader, Pace.NEVER)
    delivery.send_due()
    prefer(reader, Pace.IMMEDIATELY)
    delivery.send_due()
    delivery.send_digests()
    assert not mail.outbox
    waiting.refresh_from_db()
    assert waiting.state == State.DROPPED
