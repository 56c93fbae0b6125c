"""Following the twinning by keyboard alone, and what axe finds on the way."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from portal.letters import links
from portal.letters.models import Follower
from portal.twinning.models import CooperationAxis
from tests.journeys.accessibility import check_everywhere

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture(autouse=True)
def _patient(settings):
    settings.PUBLIC_FORM_MIN_AGE_SECONDS = 0


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_letters_are_asked_for_confirmed_and_stopped_by_keyboard_alone(portal, page):
    CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    page.goto("/fr-fr/")
    page.get_by_role("link", name="Suivre le jumelage").focus()
    press(page, "Enter")
    page.wait_for_url("**/suivre/")
    page.locator("#contenu").focus()
    press(page, "Tab")
    page.keyboard.type("camille@exemple.org")
    press(page, "Tab", "ArrowDown", "Tab", "ArrowDown", "ArrowDown", "Tab", "Space", "Tab", "Tab", "Enter")
    page.wait_for_url("**/suivre/demande/")
    found = Follower.objects.get()
    assert (found.frequency, found.city, found.axes.count()) == ("at_once", portal.pau, 1)
    page.goto(re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1])
    page.get_by_role("button", name="Je confirme").focus()
    press(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("C’est confirmé")
    page.get_by_role("link", name="Ne plus recevoir de lettres").focus()
    press(page, "Enter")
    page.get_by_role("button", name="Tout arrêter").focus()
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vous ne recevez plus de lettres")
    found.refresh_from_db()
    assert found.state == Follower.State.LEFT
    assert not page.context.cookies()


def test_axe_finds_nothing(portal, page):
    CooperationAxis.objects.create(name="Chimie verte", slug="chimie-verte")
    found = Follower.objects.create(
        email="c@exemple.org", variant="fr-ca", state=Follower.State.CONFIRMED, confirmed_at=timezone.now()
    )
    for address in ("/fr-fr/suivre/", links.preferences_path(found), links.unsubscribe_path(found)):
        check_everywhere(page, address)
