"""Who may do what: the policies by themselves, and Wagtail's tester that asks them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.coediting import policies
from portal.coediting.actors import actor_of
from portal.coediting.policies import Actor, PageFacts
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
def test_nobody_edits_or_publishes_a_variant_as_a_page(actor):
    assert policies.refuse_to_edit(actor, VARIANT) == policies.EDITED_IN_REVIEW
    assert policies.refuse_to_publish(actor, VARIANT) == policies.PUBLISHED_BY_REVIEW


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [
        (APPROVER, None),
        (ADMINISTRATOR, None),
        (OTHER_APPROVER, policies.NOT_AN_APPROVER),
        (EDITOR, policies.NOT_AN_APPROVER),
        (NOBODY, policies.NOT_AN_APPROVER),
    ],
)
def test_source_is_published_by_its_citys_approvers(actor, refusal):
    assert policies.refuse_to_publish(actor, SOURCE) == refusal


@pytest.mark.django_db
def test_wagtail_asks_the_policies(portal):
    page = factories.news_page(portal, portal.thetford)
    rights = {name: page.permissions_for_user(person) for name, person in portal.people.items()}
    may_edit = {name for name, tester in rights.items() if tester.can_edit()}
    may_publish = {name for name, tester in rights.items() if tester.can_publish()}
    roles = ("redaction", "approbation")
    assert may_edit == {"administration", *(f"{city}-{role}" for city in portal.cities for role in roles)}
    assert may_publish == {"administration", "thetford-mines-approbation"}


@pytest.mark.django_db
def test_actor_of_a_stranger_has_no_role(portal):
    assert actor_of(AnonymousUser()) == Actor()
    person = portal.people["pau-redaction"]
    person.is_active = False
    assert actor_of(person) == Actor()


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["thetford-mines", "pau"])
def test_page_is_submitted_to_the_approvers_of_its_city(portal, slug):
    city = portal.cities[slug]
    page = factories.news_page(portal, city, publish=False)
    state = page.get_workflow().start(page, portal.people[f"{slug}-redaction"])
    task = state.current_task_state.task.specific
    assert task.user_can_access_editor(page, portal.people[f"{slug}-approbation"])
    other = "pau" if slug == "thetford-mines" else "thetford-mines"
    for person in (f"{other}-approbation", f"{slug}-redaction", f"{slug}-revision"):
        assert not task.get_actions(page, portal.people[person])
    assert {name for name, *_ in task.get_actions(page, portal.people[f"{slug}-approbation"])} >= {"approve", "reject"}
