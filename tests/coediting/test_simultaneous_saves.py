"""Two people save at the same instant: the second one waits, and then learns of the first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.db import connection

from portal.coediting.conflicts import answers
from portal.twinning.models import CooperationAxis
from tests import factories
from tests.coediting.editing import open_form, save, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

SECONDS_TO_MEET = 1.5


@pytest.fixture
def meeting(monkeypatch):
    """Holds whoever is about to save until the other one is about to save too, or cannot come."""
    barrier, is_stale = Barrier(2), answers.is_stale

    def is_stale_once_both_asked(*args):
        assert connection.in_atomic_block, "The lock would not hold until the form is saved."
        stale = is_stale(*args)
        with suppress(BrokenBarrierError):  # the other one waits for the lock that we hold
            barrier.wait(SECONDS_TO_MEET if connection.vendor == "postgresql" else 0)
        return stale

    monkeypatch.setattr(answers, "is_stale", is_stale_once_both_asked)


@pytest.mark.parametrize("kind", ["page", "snippet"])
def test_exactly_one_of_two_simultaneous_saves_is_written(kind, transactional_db, meeting):
    portal = factories.build_portal()
    if kind == "page":
        instance, field = factories.news_page(portal, portal.thetford), "title"
    else:
        instance, field = CooperationAxis.objects.create(name="Chimie", slug="chimie"), "summary_fr_ca"
    clients = [sign_in(portal.people[name]) for name in ("thetford-mines-redaction", "pau-redaction")]
    forms = [open_form(client, instance) for client in clients]
    texts = ["Premier texte", "Second texte"]
    answers = at_once(lambda number: save(clients[number], instance, forms[number], **{field: texts[number]}))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    winner = next(number for number, answer in enumerate(answers) if answer.status_code == 302)
    stored = type(instance).objects.get(pk=instance.pk)
    newest = stored.get_latest_revision_as_object() if kind == "page" else stored
    assert getattr(newest, field) == texts[winner]


def at_once(post: Any) -> list[Any]:
    """Both answers; SQLite in memory knows one writer, and one connection, at a time."""
    if connection.vendor == "sqlite":
        return [post(0), post(1)]

    def post_and_leave(number: int) -> Any:
        try:
            return post(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(post_and_leave, range(2)))
