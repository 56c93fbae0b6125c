"""Two people at once: exactly one publication, of the text that was approved."""

from __future__ import annotations

import contextlib
import os
import threading
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import connection
from wagtail.models import PageLogEntry

from news.models import NewsPage
from portal.coediting.approval.give_key import GiveKeyAction
from portal.coediting.approval.models import CityKey
from portal.coediting.approval.standing import standing_of
from portal.coediting.approval.withdraw_key import WithdrawKeyAction
from portal.twinning.audit import revision_digest
from tests import factories
from tests.coediting.ground import Ground

pytestmark = pytest.mark.django_db(transaction=True)
LATE_WORDS = "Arrivé en même temps."


@pytest.fixture
def portal(transactional_db, settings):
    """What follows a publication in the background is no part of a race."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    portal = factories.build_portal()
    portal.people["pau-collegue"] = get_user_model().objects.create_user("pau-collegue")
    portal.people["pau-collegue"].groups.add(portal.pau.approvers)
    return portal


@pytest.fixture
def race_ground(portal):
    """A page that holds Thetford Mines' key, the key that it waits for, and as many rounds as were asked for
    (RACE_ROUNDS), each on the same ground. SQLite, in the memory of one process, lets its threads in one by one."""
    page, key = waiting_for_pau(portal)
    ground, wanted = Ground(), 2 if connection.vendor == "sqlite" else int(os.environ.get("RACE_ROUNDS", "10"))

    def rounds():
        for _ in range(wanted):
            yield
            ground.put_back()

    yield SimpleNamespace(page=page, key=key, rounds=rounds)
    ground.forget()


def race(*runners):
    """Runs all at once, each on a connection of its own; answers "done" or "refused" for each."""
    start, ends = threading.Barrier(len(runners)), [""] * len(runners)
    turn = threading.Lock() if connection.vendor == "sqlite" else contextlib.nullcontext()

    def run(number, runner):
        start.wait()
        with turn:
            try:
                runner()
                ends[number] = "done"
            except PermissionDenied:
                ends[number] = "refused"
            finally:
                connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(runners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def waiting_for_pau(portal):
    page = factories.submitted_page(portal, portal.thetford, slug="course")
    factories.give_key(page, portal.people["thetford-mines-approbation"])
    page = NewsPage.objects.get(pk=page.pk)
    return page, standing_of(page).awaited


def publications(page):
    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count()


def assert_published_as_approved(page, key, *, is_published=True):
    """Once, and the words that both keys were given to; or not at all."""
    page = NewsPage.objects.get(pk=page.pk)
    assert publications(page) == int(is_published)
    assert (page.live, page.live_revision_id) == ((True, key.revision_id) if is_published else (False, None))
    if is_published:
        assert revision_digest(page.live_revision) == key.digest
        assert page.introduction == key.revision.as_object().introduction


def key_giver(key, user):
    return GiveKeyAction(CityKey.objects.get(pk=key.pk), user, digest=key.digest).execute


def test_one_key_counts__when_two_approvers_give_it_at_once(portal, race_ground):
    people = (portal.people["pau-approbation"], portal.people["pau-collegue"])
    for _ in race_ground.rounds():
        ends = race(*(key_giver(race_ground.key, person) for person in people))
        assert sorted(ends) == ["done", "refused"]
        assert_published_as_approved(race_ground.page, race_ground.key)


def test_approved_text_is_published_or_none__when_an_edit_comes_at_once(portal, race_ground):
    page, key = race_ground.page, race_ground.key

    def edit():
        factories.edit(page, portal.people["pau-redaction"], introduction=LATE_WORDS)

    for _ in race_ground.rounds():
        ends = race(key_giver(key, portal.people["pau-approbation"]), edit)
        assert ends[1] == "done"
        assert_published_as_approved(page, key, is_published=ends[0] == "done")
        found = NewsPage.objects.get(pk=page.pk)
        assert found.get_latest_revision_as_object().introduction == LATE_WORDS
        assert found.live or standing_of(found).city == portal.thetford


def test_key_that_is_withdrawn_publishes_nothing__when_the_last_comes_at_once(portal, race_ground):
    own, holder = standing_of(race_ground.page).given[0], portal.people["thetford-mines-approbation"]
    for _ in race_ground.rounds():
        ends = race(
            key_giver(race_ground.key, portal.people["pau-approbation"]), WithdrawKeyAction(own, holder).execute
        )
        assert sorted(ends) == ["done", "refused"]
        assert_published_as_approved(race_ground.page, race_ground.key, is_published=ends[0] == "done")


def test_page_is_published_once__when_the_same_click_is_sent_twice(portal, race_ground):
    giver = portal.people["pau-approbation"]
    for _ in race_ground.rounds():
        ends = race(key_giver(race_ground.key, giver), key_giver(race_ground.key, giver))
        assert sorted(ends) == ["done", "refused"]
        assert_published_as_approved(race_ground.page, race_ground.key)
