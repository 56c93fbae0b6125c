"""Two keys: what one person can and cannot do to the text that goes public."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from wagtail.models import Comment, TaskState, WorkflowState

from news.models import NewsPage
from portal.coediting import policies
from portal.coediting.approval.emergency import PublishAtOnceAction
from portal.coediting.approval.follow_edit import FALLEN
from portal.coediting.approval.give_key import GiveKeyAction
from portal.coediting.approval.keys import author_ids
from portal.coediting.approval.models import CityApprovalTask, CityKey, EmergencyPublication
from portal.coediting.approval.send_back import SendBackAction
from portal.coediting.approval.standing import standing_of
from portal.coediting.approval.withdraw_key import WithdrawKeyAction
from portal.coediting.awaited import awaited_by
from portal.twinning.audit import revision_digest
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(portal):
    return factories.submitted_page(portal, portal.thetford)


def give(page, user, **changes):
    return factories.give_key(page, user, **changes)


def fresh(page):
    return NewsPage.objects.get(pk=page.pk)


def test_page_is_published__when_both_cities_gave_their_key(portal, submitted):
    give(submitted, portal.people["thetford-mines-approbation"])
    assert not fresh(submitted).live
    assert standing_of(fresh(submitted)).city == portal.pau
    give(submitted, portal.people["pau-approbation"])
    page = fresh(submitted)
    assert page.live
    assert page.live_revision_id == submitted.latest_revision_id
    assert page.current_workflow_state is None


def test_partner_is_asked_second__whichever_city_writes(portal):
    page = factories.submitted_page(portal, portal.pau)
    assert standing_of(page).city == portal.pau
    assert standing_of(page).waits_next == [portal.thetford]
    with pytest.raises(PermissionDenied, match=policies.NOT_AN_APPROVER):
        give(page, portal.people["thetford-mines-approbation"])


@pytest.mark.parametrize("person", ["thetford-mines-redaction", "pau-revision", "pau-approbation", "administration"])
def test_key_is_refused__to_who_does_not_approve_for_the_awaited_city(portal, submitted, person):
    with pytest.raises(PermissionDenied, match=policies.NOT_AN_APPROVER):
        give(submitted, portal.people[person])
    assert not fresh(submitted).live


def test_key_is_refused__to_an_author(portal):
    author = portal.people["thetford-mines-approbation"]
    page = factories.submitted_page(portal, portal.thetford, author=author)
    with pytest.raises(PermissionDenied, match=policies.OWN_WORDS):
        give(page, author)


def test_key_is_refused__to_the_last_editor(portal, submitted):
    editor = portal.people["thetford-mines-approbation"]
    factories.edit(submitted, editor, introduction="Un mot de plus.")
    with pytest.raises(PermissionDenied, match=policies.OWN_WORDS):
        give(submitted, editor)


def test_key_is_refused__to_who_wrote_before_the_last_editor(portal, submitted):
    editor = portal.people["thetford-mines-approbation"]
    factories.edit(submitted, editor, introduction="Un mot de plus.")
    factories.edit(submitted, portal.people["pau-redaction"], introduction="Un mot de plus, et un autre.")
    with pytest.raises(PermissionDenied, match=policies.OWN_WORDS):
        give(submitted, editor)


def test_comment_makes_nobody_an_author__and_drops_no_key(portal, submitted):
    give(submitted, portal.people["thetford-mines-approbation"])
    reader = portal.people["pau-approbation"]
    page = submitted.get_latest_revision_as_object()
    page.wagtail_admin_comments.add(Comment(user=reader, text="Bravo", contentpath="title"))
    page.save_revision(user=reader)
    give(submitted, reader)
    assert fresh(submitted).live


def test_key_is_refused__to_a_text_that_its_holder_has_not_read(portal, submitted):
    approver = portal.people["thetford-mines-approbation"]
    read = revision_digest(submitted.latest_revision)
    factories.edit(submitted, portal.people["pau-redaction"], introduction="Arrivé entre-temps.")
    with pytest.raises(PermissionDenied, match=policies.CHANGED_SINCE):
        give(submitted, approver, digest=read)
    assert not fresh(submitted).live


def test_keys_fall__when_the_text_changes(portal, submitted):
    give(submitted, portal.people["thetford-mines-approbation"])
    factories.edit(submitted, portal.people["pau-redaction"], introduction="Arrivé entre les deux clés.")
    standing = standing_of(fresh(submitted))
    assert standing.city == portal.thetford
    assert standing.given == []
    assert CityKey.objects.filter(status=TaskState.STATUS_CANCELLED, comment=FALLEN).count() == 2
    give(submitted, portal.people["thetford-mines-approbation"])
    give(submitted, portal.people["pau-approbation"])
    assert fresh(submitted).introduction == "Arrivé entre les deux clés."


def test_keys_fall__when_an_autosave_writes_over_the_revision(portal, submitted):
    writer = submitted.latest_revision.user
    give(submitted, portal.people["thetford-mines-approbation"])
    draft = submitted.get_latest_revision_as_object()
    draft.introduction = "Écrit par-dessus."
    draft.save_revision(user=writer, overwrite_revision=submitted.latest_revision)
    assert standing_of(fresh(submitted)).city == portal.thetford
    assert standing_of(fresh(submitted)).given == []


def test_text_that_was_written_over_behind_the_workflow_is_not_published(portal, submitted):
    give(submitted, portal.people["thetford-mines-approbation"])
    revision = fresh(submitted).latest_revision
    revision.content = {**revision.content, "introduction": "Sans clé."}
    revision.save()
    with pytest.raises(PermissionDenied):
        give(submitted, portal.people["pau-approbation"])
    assert not fresh(submitted).live


def test_key_of_another_page_opens_nothing(portal, submitted, client):
    """The page that changes is the one that the key is about, whatever the address names."""
    other = factories.submitted_page(portal, portal.thetford, slug="autre")
    key = standing_of(other).awaited
    client.force_login(portal.people["thetford-mines-approbation"])
    client.post(
        f"/admin/pages/{submitted.pk}/workflow/action/approve/{key.pk}/",
        {"digest": revision_digest(submitted.latest_revision)},
    )
    assert standing_of(fresh(submitted)).given == []
    assert standing_of(fresh(other)).given == []


def test_key_counts_no_longer__when_its_holder_left_the_group(portal, submitted):
    holder = portal.people["thetford-mines-approbation"]
    give(submitted, holder)
    holder.groups.clear()
    with pytest.raises(PermissionDenied, match="Thetford Mines"):
        give(submitted, portal.people["pau-approbation"])
    assert not fresh(submitted).live
    assert standing_of(fresh(submitted)).city == portal.pau


def test_key_is_withdrawn__before_the_other_is_given(portal, submitted):
    holder = portal.people["thetford-mines-approbation"]
    key = standing_of(submitted).awaited
    give(submitted, holder)
    WithdrawKeyAction(key, holder).execute()
    assert standing_of(fresh(submitted)).city == portal.thetford
    with pytest.raises(PermissionDenied):
        give(submitted, portal.people["pau-approbation"])


def test_key_is_not_withdrawn__by_the_other_city_nor_after_publication(portal, submitted):
    key = standing_of(submitted).awaited
    give(submitted, portal.people["thetford-mines-approbation"])
    with pytest.raises(PermissionDenied, match=policies.NOT_AN_APPROVER):
        WithdrawKeyAction(key, portal.people["pau-approbation"]).execute()
    give(submitted, portal.people["pau-approbation"])
    with pytest.raises(PermissionDenied, match=policies.NOT_AWAITED):
        WithdrawKeyAction(key, portal.people["thetford-mines-approbation"]).execute()
    assert fresh(submitted).live


def test_page_sent_back_keeps_the_comment__and_asks_for_every_key_again_once_changed(portal, submitted):
    give(submitted, portal.people["thetford-mines-approbation"])
    partner = portal.people["pau-approbation"]
    factories.answer(SendBackAction, submitted, partner, comment="Le nom du centre manque.")
    standing = standing_of(fresh(submitted))
    assert standing.sent_back.comment == "Le nom du centre manque."
    page = factories.edit(submitted, portal.people["thetford-mines-redaction"], introduction="Avec le nom.")
    page.current_workflow_state.resume(portal.people["thetford-mines-redaction"])
    assert standing_of(fresh(submitted)).city == portal.thetford


def test_key_stays__when_a_page_comes_back_unchanged(portal, submitted):
    give(submitted, portal.people["thetford-mines-approbation"])
    factories.answer(SendBackAction, submitted, portal.people["pau-approbation"], comment="Est-ce sûr?")
    fresh(submitted).current_workflow_state.resume(portal.people["thetford-mines-redaction"])
    assert standing_of(fresh(submitted)).city == portal.pau


def test_one_key_is_enough__for_what_concerns_one_city(portal):
    page = factories.submitted_page(portal, portal.pau, concerns_one_city=True)
    give(page, portal.people["pau-approbation"])
    assert fresh(page).live


def test_second_key_is_asked_for__when_a_local_notice_comes_to_concern_both(portal):
    page = factories.submitted_page(portal, portal.pau, concerns_one_city=True)
    factories.edit(page, portal.people["pau-redaction"], concerns_one_city=False)
    give(page, portal.people["pau-approbation"])
    assert not fresh(page).live
    assert standing_of(fresh(page)).city == portal.thetford


def test_missing_step_publishes_nothing__when_a_workflow_was_changed(portal):
    page = factories.submitted_page(portal, portal.thetford)
    page.get_workflow().workflow_tasks.filter(task__cityapprovaltask__city=portal.pau).delete()
    with pytest.raises(PermissionDenied, match="Pau"):
        give(page, portal.people["thetford-mines-approbation"])
    assert not fresh(page).live


def publish_at_once(page, user, reason="Une alerte de sécurité civile ne peut pas attendre.", digest=None):
    with factories.background_tasks():
        return PublishAtOnceAction(
            page, user, digest=digest or revision_digest(page.get_latest_revision()), reason=reason
        ).execute()


def test_emergency_is_public_and_flagged__until_both_keys_are_given(portal):
    page = factories.news_page(portal, portal.thetford, publish=False)
    publish_at_once(page, portal.people["administration"])
    assert fresh(page).live
    assert standing_of(fresh(page)).emergency.reason.startswith("Une alerte")
    give(page, portal.people["thetford-mines-approbation"])
    assert EmergencyPublication.objects.get().settled_at is None
    give(page, portal.people["pau-approbation"])
    assert EmergencyPublication.objects.get().settled_at is not None


@pytest.mark.parametrize("was_public", [False, True])
def test_emergency_leaves_its_author_without_a_key__though_the_text_is_public(portal, was_public):
    """Nobody else has read what an emergency made public: to have written it weighs as before."""
    author, colleague = portal.people["thetford-mines-approbation"], _colleague(portal)
    if was_public:
        page = factories.news_page(portal, portal.thetford)
        factories.edit(page, author, introduction="Une phrase que personne d’autre n’a lue.")
    else:
        page = factories.news_page(portal, portal.thetford, publish=False, owner=author)
    publish_at_once(fresh(page), portal.people["administration"])
    with pytest.raises(PermissionDenied, match=policies.OWN_WORDS[:30]):
        give(page, author)
    waiting = CityApprovalTask.objects.get(city=portal.thetford).task_states.filter(status="in_progress")
    assert not awaited_by(author, waiting)
    assert awaited_by(colleague, waiting)
    give(page, colleague)
    give(page, portal.people["pau-approbation"])
    assert EmergencyPublication.objects.get().settled_at is not None
    assert author_ids(fresh(page), fresh(page).get_latest_revision()) == set()


def _colleague(portal):
    """Another approver of Thetford Mines."""
    person = get_user_model().objects.create_user("thetford-mines-collegue", email="collegue@example.org")
    person.groups.add(portal.thetford.approvers)
    return person


@pytest.mark.parametrize(
    ("person", "reason", "refusal"),
    [
        ("thetford-mines-approbation", "Une alerte qui ne peut pas attendre.", policies.NOT_AN_ADMINISTRATOR),
        ("administration", "Vite.", policies.NO_REASON),
        ("administration", " " * 40, policies.NO_REASON),
    ],
)
def test_emergency_is_refused(portal, person, reason, refusal):
    page = factories.news_page(portal, portal.thetford, publish=False)
    with pytest.raises(PermissionDenied, match=refusal[:30]):
        publish_at_once(page, portal.people[person], reason)
    assert not fresh(page).live


def test_emergency_publishes_no_text_that_arrived_meanwhile(portal):
    page = factories.news_page(portal, portal.thetford, publish=False)
    read = revision_digest(page.latest_revision)
    factories.edit(page, portal.people["pau-redaction"], introduction="Arrivé entre-temps.")
    with pytest.raises(PermissionDenied, match=policies.CHANGED_SINCE):
        publish_at_once(fresh(page), portal.people["administration"], digest=read)


def test_nobody_publishes_by_a_button(portal, submitted):
    for person in portal.people.values():
        rights = fresh(submitted).permissions_for_user(person)
        assert not rights.can_publish()
        assert not submitted.get_parent().specific.permissions_for_user(person).can_publish_subpage()


def test_published_text_stays__while_its_successor_waits(portal, submitted):
    give(submitted, portal.people["thetford-mines-approbation"])
    give(submitted, portal.people["pau-approbation"])
    page = factories.edit(submitted, portal.people["pau-redaction"], introduction="La suite.")
    page.get_workflow().start(page, portal.people["pau-redaction"])
    give(page, portal.people["thetford-mines-approbation"])
    assert fresh(page).introduction != "La suite."
    give(page, portal.people["pau-approbation"])
    assert fresh(page).introduction == "La suite."
    assert not WorkflowState.objects.active().exists()


def test_given_key_is_not_given_twice(portal, submitted):
    approver = portal.people["thetford-mines-approbation"]
    key = standing_of(submitted).awaited
    give(submitted, approver)
    with pytest.raises(PermissionDenied, match=policies.NOT_AWAITED):
        GiveKeyAction(key, approver, digest=key.digest).execute()
