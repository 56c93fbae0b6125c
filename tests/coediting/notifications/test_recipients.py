"""Who is told of what, and above all who is not."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import Comment, CommentReply, PageSubscription
from wagtail.users.models import UserProfile

from portal.coediting.awaited import holders_of
from portal.coediting.models import Notification
from portal.coediting.notifications.delivery import send_due
from portal.coediting.notifications.models import Kind
from portal.coediting.notifications.readers import may_read
from portal.localization.tasks import prepare_variant_task
from tests import factories
from tests.coediting.notifications import acts

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["thetford-mines", "pau"])
def slug(request):
    return request.param


@pytest.fixture
def draft(portal, slug):
    page = factories.news_page(portal, portal.cities[slug], publish=False)
    return acts.written_by(page, portal.people[f"{slug}-redaction"])


def partner(slug):
    return "pau" if slug == "thetford-mines" else "thetford-mines"


def test_submission_tells_the_approvers_whose_key_is_awaited(portal, slug, draft):
    acts.submit(draft, portal.people[f"{slug}-redaction"])
    assert acts.told() == {Kind.SUBMITTED: {f"{slug}-approbation"}}
    assert [message.to for message in mail.outbox] == [[f"{slug}-approbation@example.org"]]


def test_submission_tells_nobody_who_wrote_the_text(portal, slug):
    approver = portal.people[f"{slug}-approbation"]
    page = factories.news_page(portal, portal.cities[slug], publish=False)
    page = acts.written_by(page, approver, title="Un autre titre")
    acts.submit(page, portal.people[f"{slug}-redaction"])
    assert not acts.told()


def test_refusal_tells_its_authors__and_not_whoever_refuses(portal, slug, draft):
    step = acts.submit(draft, portal.people[f"{slug}-redaction"])
    acts.refuse(step, portal.people[f"{slug}-approbation"], "Le titre est trop long.")
    assert acts.told()[Kind.REFUSED] == {f"{slug}-redaction"}
    assert "Le titre est trop long." in mail.outbox[-1].body


def test_last_key_publishes__and_its_authors_are_told_of_that_alone(portal, slug, draft):
    step = acts.submit(draft, portal.people[f"{slug}-redaction"])
    while step.status == step.STATUS_IN_PROGRESS:
        step = acts.give_key(step, holders_of(step.task).get())
    told = acts.told()
    assert f"{slug}-redaction" in told[Kind.PUBLISHED]
    last = Notification.objects.filter(recipient=portal.people[f"{slug}-redaction"]).order_by("pk").last()
    assert last.kind == Kind.PUBLISHED


def test_first_key_tells_the_authors__and_asks_the_partner_for_the_other(portal, slug, draft):
    step = acts.submit(draft, portal.people[f"{slug}-redaction"])
    step = acts.give_key(step, portal.people[f"{slug}-approbation"])
    assert acts.told() == {
        Kind.SUBMITTED: {f"{slug}-approbation", f"{partner(slug)}-approbation"},
        Kind.KEY_GIVEN: {f"{slug}-redaction"},
    }
    acts.give_key(step, portal.people[f"{partner(slug)}-approbation"])
    assert acts.told()[Kind.PUBLISHED] == {f"{slug}-redaction", f"{slug}-approbation"}


def test_publication_prepares_a_variant__and_tells_the_other_citys_reviewers_alone(portal, slug):
    page = factories.news_page(portal, portal.cities[slug])
    assert acts.told() == {Kind.VARIANT_TO_REVIEW: {f"{partner(slug)}-revision"}}
    assert Notification.objects.get().page_id == factories.variant_of(page).pk


def test_preparation_that_runs_twice__tells_once(portal, slug):
    page = factories.news_page(portal, portal.cities[slug])
    with factories.background_tasks():
        prepare_variant_task.enqueue(page.pk)
    assert Notification.objects.count() == len(mail.outbox) == 1


def test_changed_source_of_a_public_variant_tells_that_it_is_late(portal, slug):
    page = factories.news_page(portal, portal.cities[slug])
    factories.publish_variant(portal, page)
    factories.publish(page, introduction="Les deux villes se reverront au printemps.")
    assert acts.told()[Kind.VARIANT_LATE] == {f"{partner(slug)}-revision"}


def test_source_published_again_as_it_was__tells_no_reviewer(portal, slug):
    page = factories.news_page(portal, portal.cities[slug])
    factories.publish_variant(portal, page)
    factories.publish(page)
    assert Kind.VARIANT_LATE not in acts.told()


def test_published_variant_tells_whoever_wrote_its_source(portal, slug):
    page = factories.news_page(portal, portal.cities[slug], publish=False)
    with factories.background_tasks():
        page.save_revision(user=portal.people[f"{slug}-redaction"]).publish()
    page = type(page).objects.get(pk=page.pk)
    variant = factories.publish_variant(portal, page)
    assert acts.told(page=variant, kind=Kind.PUBLISHED) == {Kind.PUBLISHED: {f"{slug}-redaction"}}


def test_scheduled_publication_tells_nobody_before_it_is_public(portal, slug, draft):
    draft.go_live_at = timezone.now() + dt.timedelta(days=2)
    with factories.background_tasks():
        draft.save_revision(user=portal.people[f"{slug}-redaction"]).publish()
    assert not acts.told()


def test_nobody_inactive_is_told(portal, slug, draft):
    approver = portal.people[f"{slug}-approbation"]
    approver.is_active = False
    approver.save()
    acts.submit(draft, portal.people[f"{slug}-redaction"])
    assert not acts.told()
    assert not mail.outbox


@pytest.mark.parametrize("kind", [kind for kind in Kind if not kind.name.startswith("VARIANT")])
def test_reviewers_of_neither_city_may_read_of_a_draft(portal, slug, draft, kind):
    for name in (f"{slug}-revision", f"{partner(slug)}-revision"):
        assert not may_read(portal.people[name], kind, draft)
    assert may_read(portal.people[f"{partner(slug)}-redaction"], kind, draft)


def test_variant_is_read_of_by_its_reviewers_alone(portal, slug):
    variant = factories.variant_of(factories.news_page(portal, portal.cities[slug]))
    readers = {name for name, person in portal.people.items() if may_read(person, Kind.VARIANT_LATE, variant)}
    assert readers == {f"{partner(slug)}-revision"}


def test_reviewer_who_follows_a_page_is_told_nothing_of_its_draft(portal, slug, draft):
    for name in (f"{slug}-revision", f"{partner(slug)}-redaction"):
        PageSubscription.objects.create(page=draft, user=portal.people[name], comment_notifications=True)
    with factories.background_tasks():
        Comment.objects.create(
            page=draft, user=portal.people[f"{slug}-redaction"], text="Le budget secret", contentpath="title"
        )
    assert acts.told() == {Kind.MENTIONED: {f"{partner(slug)}-redaction"}}


def test_right_that_was_taken_away_drops_what_waited(portal, slug, draft):
    approver = portal.people[f"{slug}-approbation"]
    draft.get_workflow().start(draft, portal.people[f"{slug}-redaction"])
    approver.groups.clear()
    send_due()
    assert not mail.outbox
    assert Notification.objects.get().state == Notification.State.DROPPED


def test_comment_tells_those_it_names__and_the_thread_it_answers(portal, slug, draft):
    author, named = portal.people[f"{slug}-redaction"], f"{partner(slug)}-redaction"
    with factories.background_tasks():
        comment = Comment.objects.create(
            page=draft, user=author, text=f"Un avis, @{named}. Écrire à contact@{slug}-approbation", contentpath="title"
        )
    assert acts.told() == {Kind.MENTIONED: {named}}
    with factories.background_tasks():
        CommentReply.objects.create(comment=comment, user=portal.people[named], text="Rien à changer.")
    assert acts.told()[Kind.MENTIONED] == {named, author.username}
    assert "Rien à changer." in mail.outbox[-1].body
    assert len(mail.outbox) == 2


def test_comment_saved_again_tells_nobody(portal, slug, draft):
    comment = Comment.objects.create(
        page=draft, user=portal.people[f"{slug}-redaction"], text="Vu", contentpath="title"
    )
    comment.text = f"Vu, @{partner(slug)}-redaction"
    comment.save()
    assert not acts.told()


def test_wagtail_sends_no_email_of_its_own(portal, slug, draft):
    profile = UserProfile.get_for_user(portal.people[f"{slug}-redaction"])
    profile.rejected_notifications = profile.updated_comments_notifications = True
    profile.save()
    step = acts.submit(draft, portal.people[f"{slug}-redaction"])
    mail.outbox.clear()
    acts.refuse(step, portal.people[f"{slug}-approbation"])
    assert [message.subject for message in mail.outbox] == [f"«\u00a0{draft.title}\u00a0» vous est renvoyée"]
