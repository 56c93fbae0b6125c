"""Who may do what: the policies by themselves, and Wagtail's tester that asks them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.coediting import policies
from portal.coediting.actors import actor_of
from portal.coediting.policies import Actor, KeyFacts, PageFacts
from tests import factories

SOURCE, VARIANT = PageFacts("thetford-mines", "thetford-mines"), PageFacts("thetford-mines", "pau")
NOBODY, ADMINISTRATOR = Actor(), Actor(is_administrator=True)
EDITOR, APPROVER = Actor(edits_for={"pau"}), Actor(approves_for={"thetford-mines"})
OTHER_APPROVER = Actor(approves_for={"pau"})


@pytest.mark.parametrize("actor", [EDITOR, APPROVER, OTHER_APPROVER, ADMINISTRATOR])
def test_both_cities_edit_a_source(actor):
    assert policies.refuse_to_edit(actor, SOURCE) is None


def test_nobody_else_edits_a_source():
    assert policies.refuse_to_edit(NOBODY, SOURCE) == policies.NOT_AN_EDITOR


@pytest.mark.parametrize("actor", [NOBODY, EDITOR, APPROVER, OTHER_APPROVER, ADMINISTRATOR])
def test_nobody_edits_a_variant_as_a_page(actor):
    assert policies.refuse_to_edit(actor, VARIANT) == policies.EDITED_IN_REVIEW


def test_nobody_publishes_a_variant_as_a_page():
    assert policies.refuse_to_publish(VARIANT) == policies.PUBLISHED_BY_REVIEW


def test_nobody_publishes_a_source_by_a_button():
    assert policies.refuse_to_publish(SOURCE) == policies.NEEDS_KEYS


KEY = KeyFacts(city="thetford-mines", author_ids={1, 2})


@pytest.mark.parametrize(
    ("actor", "key", "refusal"),
    [
        (replace(APPROVER, user_id=3), KEY, None),
        (replace(APPROVER, user_id=2), KEY, policies.OWN_WORDS),
        (replace(OTHER_APPROVER, user_id=3), KEY, policies.NOT_AN_APPROVER),
        (EDITOR, KEY, policies.NOT_AN_APPROVER),
        (NOBODY, KEY, policies.NOT_AN_APPROVER),
        (ADMINISTRATOR, KEY, policies.NOT_AN_APPROVER),
        (replace(APPROVER, user_id=3), replace(KEY, is_awaited=False), policies.NOT_AWAITED),
        (replace(APPROVER, user_id=3), replace(KEY, is_current=False), policies.CHANGED_SINCE),
    ],
)
def test_key_is_given_by_an_approver_who_wrote_nothing(actor, key, refusal):
    assert policies.refuse_to_give_key(actor, key) == refusal


@pytest.mark.django_db
def test_wagtail_asks_the_policies(portal):
    page = factories.news_page(portal, portal.thetford)
    rights = {name: page.permissions_for_user(person) for name, person in portal.people.items()}
    may_edit = {name for name, tester in rights.items() if tester.can_edit()}
    roles = ("redaction", "approbation")
    assert may_edit == {"administration", *(f"{city}-{role}" for city in portal.cities for role in roles)}
    assert not any(tester.can_publish() for tester in rights.values())


@pytest.mark.django_db
def test_actor_of_a_stranger_has_no_role(portal):
    assert actor_of(AnonymousUser()) == Actor()
    person = portal.people["pau-redaction"]
    person.is_active = False
    assert actor_of(person) == Actor()
