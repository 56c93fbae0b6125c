"""Two people at once: exactly one publication, of the text that was approved."""

from __future__ import annotations

import contextlib
import threading

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
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def portal(transactional_db):
    return factories.build_portal()


@pytest.fixture
def rounds():
    """How often each race is run: SQLite, in the memory of one process, lets its threads in one after the other."""
    return 2 if connection.vendor == "sqlite" else 50


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


def waiting_for_pau(portal, number):
    """A page that holds Thetford Mines' key, and the key that it waits for."""
    page = factories.submitted_page(portal, portal.thetford, slug=f"course-{number}", title=f"Course {number}")
    factories.give_key(page, portal.people["thetford-mines-approbation"])
    page = NewsPage.objects.get(pk=page.pk)
    return page, standing_of(page).awaited


def publications(page):
    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count()


def key_giver(key, user):
    return GiveKeyAction(CityKey.objects.get(pk=key.pk), user, digest=key.digest).execute


def test_one_key_counts__when_two_approvers_give_it_at_once(portal, rounds):
    colleague = get_user_model().objects.create_user("pau-collegue")
    colleague.groups.add(portal.pau.approvers)
    for number in range(rounds):
        page, key = waiting_for_pau(portal, number)
        people = (portal.people["pau-approbation"], colleague)
        assert sorted(race(*(key_giver(key, person) for person in people))) == ["done", "refused"]
        assert publications(page) == 1
        assert NewsPage.objects.get(pk=page.pk).live_revision_id == key.revision_id


def test_approved_text_is_published_or_none__when_an_edit_comes_at_once(portal, rounds):
    for number in range(rounds):
        page, key = waiting_for_pau(portal, number)

        def edit(page=page):
            factories.edit(page, portal.people["pau-redaction"], introduction="Arrivé en même temps.")

        ends = race(key_giver(key, portal.people["pau-approbation"]), edit)
        page = NewsPage.objects.get(pk=page.pk)
        assert page.live == (ends[0] == "done")
        assert page.introduction != "Arrivé en même temps." or not page.live
        assert page.live_revision_id in (None, key.revision_id)
        assert page.get_latest_revision_as_object().introduction == "Arrivé en même temps."
        assert page.live or standing_of(page).city == portal.thetford


def test_key_that_is_withdrawn_publishes_nothing__when_the_last_comes_at_once(portal, rounds):
    for number in range(rounds):
        page, key = waiting_for_pau(portal, number)
        own = standing_of(page).given[0]
        holder = portal.people["thetford-mines-approbation"]
        ends = race(
            key_giver(key, portal.people["pau-approbation"]),
            lambda own=own, holder=holder: WithdrawKeyAction(own, holder).execute(),
        )
        assert sorted(ends) == ["done", "refused"]
        assert NewsPage.objects.get(pk=page.pk).live == (ends[0] == "done")


def test_page_is_published_once__when_the_same_click_is_sent_twice(portal, rounds):
    for number in range(rounds):
        page, key = waiting_for_pau(portal, number)
        giver = portal.people["pau-approbation"]
        assert sorted(race(key_giver(key, giver), key_giver(key, giver))) == ["done", "refused"]
        assert publications(page) == 1
