"""Whoever is refused something reads why, in French, and where it is done instead."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.coediting import policies
from portal.coediting.accounts.reach import OUT_OF_REACH
from portal.coediting.archives.actions import ArchivePageAction
from portal.localization.permissions import NOT_A_READER
from tests import factories
from tests.coediting.editing import sign_in

pytestmark = pytest.mark.django_db
GENERAL = "Désolé"


@pytest.fixture
def published(portal):
    with factories.background_tasks():
        return factories.news_page(portal, portal.thetford)


@pytest.fixture
def draft(portal):
    return factories.news_page(portal, portal.thetford, slug="brouillon", publish=False)


def ask(portal, who, name, *arguments, method="get", **data):
    client = sign_in(portal.people[who])
    return getattr(client, method)(reverse(f"wagtailadmin_pages:{name}", args=arguments), data)


def assert_refused(answer, reason):
    assert answer.status_code == 403
    assert reason in answer.text.replace("&#x27;", "'")
    assert GENERAL not in answer.text


@pytest.mark.parametrize(
    ("name", "who", "reason"),
    [
        ("delete", "thetford-mines-approbation", policies.ONCE_PUBLISHED),
        ("delete", "administration", policies.ONCE_PUBLISHED),
        ("move", "thetford-mines-redaction", policies.KEEPS_ITS_ADDRESS),
        ("unpublish", "thetford-mines-redaction", policies.OF_ANOTHER_ROLE["unpublish"]),
        ("unpublish", "pau-approbation", policies.OF_ANOTHER_ROLE["unpublish"]),
        ("lock", "thetford-mines-approbation", policies.OF_ANOTHER_ROLE["lock"]),
        ("unlock", "thetford-mines-approbation", policies.OF_ANOTHER_ROLE["unlock"]),
        ("copy", "pau-revision", policies.NOT_AN_EDITOR),
        ("edit", "pau-revision", policies.NOT_AN_EDITOR),
        ("history", "pau-revision", policies.NOT_AN_EDITOR),
        ("add_subpage", "pau-revision", policies.OF_ANOTHER_ROLE["add_subpage"]),
        ("set_privacy", "administration", policies.NOT_PRIVATE),
    ],
)
def test_refused_act_says_why__on_a_source(portal, published, name, who, reason):
    method = "post" if name in ("lock", "unlock") else "get"
    assert_refused(ask(portal, who, name, published.pk, method=method), reason)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("history", policies.EDITED_IN_REVIEW),
        ("unpublish", policies.WITHDRAWN_WITH_SOURCE),
        ("delete", policies.LIVES_WITH_SOURCE),
        ("move", policies.STANDS_BY_ITS_SOURCE),
        ("copy", policies.COPIED_BY_REVIEW),
    ],
)
def test_refused_act_says_why_and_leads_to_the_desk__on_a_variant(portal, published, name, reason):
    variant = factories.variant_of(published)
    answer = ask(portal, "pau-redaction", name, variant.pk)
    assert_refused(answer, reason)
    assert reverse("variant_review:review", args=[variant.pk]) in answer.text


def test_reviewer_who_opens_their_variant_as_a_page_is_led_to_the_desk(portal, published):
    variant = factories.variant_of(published)
    answer = ask(portal, "pau-revision", "edit", variant.pk)
    assert (answer.status_code, answer["Location"]) == (302, reverse("variant_review:review", args=[variant.pk]))


def test_nobody_else_is_led_to_the_desk__who_may_not_see_the_variant(portal, published):
    variant = factories.variant_of(published)
    portal.people["pau-redaction"].groups.set([portal.pau.account_managers])
    answer = ask(portal, "pau-redaction", "history", variant.pk)
    assert_refused(answer, policies.EDITED_IN_REVIEW)
    assert reverse("variant_review:review", args=[variant.pk]) not in answer.text
    assert variant.title not in answer.text
    editor = reverse("wagtailadmin_pages:edit", args=[variant.pk])
    assert_refused(sign_in(portal.people["pau-redaction"]).get(editor, follow=True), NOT_A_READER)


def test_archived_and_home_pages_say_why_they_stay(portal, published):
    approver = portal.people["thetford-mines-approbation"]
    ArchivePageAction(published, approver).execute()
    assert_refused(ask(portal, "thetford-mines-approbation", "unpublish", published.pk), policies.ARCHIVED_STAYS)
    assert_refused(ask(portal, "thetford-mines-approbation", "edit", published.pk), policies.ARCHIVED)
    home = portal.trees["fr-CA"].home
    assert_refused(ask(portal, "thetford-mines-approbation", "unpublish", home.pk), policies.IS_HOME)


def test_move_to_the_other_tree_says_why_and_moves_nothing(portal, draft):
    elsewhere = portal.trees["fr-FR"].news
    answer = ask(portal, "thetford-mines-redaction", "move_confirm", draft.pk, elsewhere.pk, method="post")
    assert_refused(answer, policies.OTHER_TREE)
    assert Page.objects.get(pk=draft.pk).get_parent().pk == portal.trees["fr-CA"].news.pk


def test_copy_to_the_other_tree_says_why_beside_the_field(portal, draft):
    data = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": portal.trees["fr-FR"].news.pk}
    answer = ask(portal, "thetford-mines-redaction", "copy", draft.pk, method="post", **data)
    assert answer.context["form"].errors == {"new_parent_page": [policies.OTHER_TREE]}


def test_alias_says_why(portal, draft):
    data = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": draft.get_parent().pk, "alias": "on"}
    answer = ask(portal, "administration", "copy", draft.pk, method="post", **data)
    assert answer.context["form"].errors == {"__all__": [policies.ONE_ADDRESS]}
    assert not Page.objects.filter(slug="copie").exists()


def test_page_of_several_says_why_it_is_left_alone(portal, published, draft):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    answer = sign_in(portal.people["thetford-mines-redaction"]).get(f"{address}?id={published.pk}&id={draft.pk}")
    assert policies.ONCE_PUBLISHED in answer.text
    assert answer.text.count(policies.ONCE_PUBLISHED) == 1


def test_reason_of_another_screen_is_shown__where_the_code_gave_one(portal, published):
    client = sign_in(portal.people["thetford-mines-redaction"])
    manager = portal.people["thetford-mines-redaction"]
    manager.groups.add(portal.thetford.account_managers)
    other = portal.people["pau-redaction"]
    assert_refused(client.get(reverse("wagtailusers_users:edit", args=[other.pk])), OUT_OF_REACH)


def test_variant_says_why_in_the_desk__to_who_may_not_see_it(portal, published):
    portal.people["pau-redaction"].groups.set([portal.pau.account_managers])
    address = reverse("variant_review:review", args=[factories.variant_of(published).pk])
    assert_refused(sign_in(portal.people["pau-redaction"]).get(address), NOT_A_READER)


def test_screen_of_another_group_says_so__where_no_page_is_concerned(portal):
    answer = sign_in(portal.people["pau-revision"]).get(reverse("wagtailadmin_workflows:index"))
    assert_refused(answer, policies.ANOTHER_SCREEN)


def test_script_is_refused_with_a_status_and_the_reason(portal, published):
    client = sign_in(portal.people["pau-revision"])
    address = reverse("wagtailadmin_pages:edit", args=[published.pk])
    answer = client.post(address, {}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["error_message"]) == (403, policies.NOT_AN_EDITOR)


def test_page_that_waits_for_a_key_cannot_be_taken_back_at_once__by_who_may_not_publish_at_once(portal, published):
    address = reverse("coediting:emergency", args=[published.pk])
    assert_refused(sign_in(portal.people["pau-approbation"]).get(address), policies.NOT_AN_ADMINISTRATOR)
