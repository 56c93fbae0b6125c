"""Source and variant that go public at one instant, and variants that go public on a date: both, or neither."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from news.models import NewsPage
from portal.localization import release
from portal.localization.decisions import DecideSegmentsAction, ReopenSegmentAction
from portal.localization.models import AwaitedRelease
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction, VariantNotReady
from portal.localization.release import PublishTogetherAction, await_variant, cancel_release, publication_of
from portal.localization.segments import load_segments, published_texts
from tests import factories
from tests.localization.simultaneous import at_once

pytestmark = pytest.mark.django_db
FORMER, NEW = "Un atelier commun sur l’énergie", "Un second atelier"


@pytest.fixture(autouse=True)
def _without_keys(monkeypatch):
    """What holds whoever approves sources; the keys have tests of their own."""
    monkeypatch.setattr(release._Publishers, "source", staticmethod(release._publish_revision))


def public_titles(page):
    """The titles that citizens read, source then variant; None where nothing is public."""
    variant = factories.variant_of(page)
    pages = [NewsPage.objects.get(pk=page.pk), variant and NewsPage.objects.get(pk=variant.pk)]
    return [found.title if found and found.live else None for found in pages]


def wait(page, **changes):
    """Approves a new text of a source that waits for its variant, as the keys do when the last one is given."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    with factories.background_tasks():
        revision = page.save_revision()
        await_variant(revision)
    return revision


def read_all(portal, page):
    translation = prepare_variant(page)
    reviewer = factories.reviewer_of(portal, page)
    choices = [(segment, segment.text) for segment in load_segments(translation) if not segment.is_decided]
    DecideSegmentsAction(translation, translation.get_target_instance(), choices, reviewer).execute()
    return translation, reviewer


@pytest.fixture
def draft(portal):
    page = factories.news_page(portal, portal.thetford, title=NEW, publish=False)
    wait(page)
    return page


@pytest.fixture
def both_public(portal):
    page = factories.news_page(portal, portal.thetford)
    factories.publish_variant(portal, page)
    return page


def test_waiting_source_has_its_variant_prepared__and_nothing_is_public(draft):
    assert public_titles(draft) == [None, None]
    assert factories.variant_of(draft).title == NEW


def test_both_go_public_at_one_instant(portal, draft):
    translation, reviewer = read_all(portal, draft)
    PublishTogetherAction(translation, reviewer).execute()
    assert public_titles(draft) == [NEW, NEW]
    assert not AwaitedRelease.objects.exists()
    assert PageLogEntry.objects.filter(page=draft.pk, action="localization.publish_together").exists()


def test_public_pair_stays_as_it_was_until_both_are_replaced(portal, both_public):
    wait(both_public, title=NEW, published_on=dt.date(2023, 1, 2))
    translation, reviewer = read_all(portal, both_public)
    prepare_variant(both_public)
    assert public_titles(both_public) == [FORMER, FORMER]
    assert factories.variant_of(both_public).published_on == dt.date(2022, 11, 24)
    with pytest.raises(VariantNotReady, match="Publiez les deux ensemble"):
        PublishVariantAction(translation, reviewer).execute()
    publication_of(translation, reviewer).execute()
    assert public_titles(both_public) == [NEW, NEW]
    assert factories.variant_of(both_public).published_on == dt.date(2023, 1, 2)


def test_text_that_waits_is_not_read_in_the_public_comparison(portal, client, both_public):
    url = f"{both_public.url}en-parallele/"
    assert client.get(url).status_code == 200
    wait(both_public, title=NEW)
    answer = client.get(url)
    assert answer.status_code == 404
    assert NEW not in answer.text
    cancel_release(both_public)
    assert NEW not in client.get(url).text


def test_text_that_is_programmed_is_not_read_in_the_public_comparison(portal, client, both_public):
    factories.publish(both_public, title=NEW)
    programmed(portal, both_public)
    translation = prepare_variant(both_public)
    assert not published_texts(translation).filter(data=NEW).exists()
    a_day_later()
    assert published_texts(translation).filter(data=NEW).exists()


def test_exactly_the_approved_text_goes_public(portal, both_public):
    approved = wait(both_public, title=NEW)
    translation, reviewer = read_all(portal, both_public)
    published = []
    release.publish_sources_with(lambda page, revision, user: published.append(revision) or revision.publish())
    PublishTogetherAction(translation, reviewer).execute()
    assert published == [approved]


def test_neither_goes_public__while_a_segment_is_unread(portal, draft):
    translation, reviewer = prepare_variant(draft), factories.reviewer_of(portal, draft)
    with pytest.raises(VariantNotReady, match="Il reste 3 segments"):
        PublishTogetherAction(translation, reviewer).execute()
    assert public_titles(draft) == [None, None]


@pytest.mark.parametrize("person", ["thetford-mines-approbation", "thetford-mines-revision", "administration"])
def test_only_the_other_citys_reviewers_publish_both(portal, draft, person):
    translation, _ = read_all(portal, draft)
    with pytest.raises(PermissionDenied, match="Pau"):
        PublishTogetherAction(translation, portal.people[person]).execute()
    assert public_titles(draft) == [None, None]


@pytest.mark.parametrize("failing", ["source", "variant"])
def test_neither_goes_public__when_one_of_them_fails(portal, both_public, monkeypatch, failing):
    wait(both_public, title=NEW)
    translation, reviewer = read_all(portal, both_public)
    publish, key = NewsPage.publish, {"source": both_public.pk, "variant": factories.variant_of(both_public).pk}

    def broken(self, *args, **kwargs):
        publish(self, *args, **kwargs)
        if self.pk == key[failing]:
            raise RuntimeError("the machine stopped here")

    with monkeypatch.context() as patch:
        patch.setattr(NewsPage, "publish", broken)
        with pytest.raises(RuntimeError):
            PublishTogetherAction(translation, reviewer).execute()
    assert public_titles(both_public) == [FORMER, FORMER]
    assert AwaitedRelease.objects.filter(page=both_public.pk).exists()


def test_edit_after_approval_ends_the_waiting__and_says_so(portal, both_public):
    wait(both_public, title=NEW)
    translation, reviewer = read_all(portal, both_public)
    edited = NewsPage.objects.get(pk=both_public.pk).get_latest_revision_as_object()
    edited.title = "Un titre que personne n’a approuvé"
    with factories.background_tasks():
        edited.save_revision()
    with pytest.raises(VariantNotReady, match="Aucune version d’origine n’attend"):
        PublishTogetherAction(translation, reviewer).execute()
    assert public_titles(both_public) == [FORMER, FORMER]
    entry = PageLogEntry.objects.get(page=both_public.pk, action="localization.cancel_release")
    assert entry.data["reason"] == "La version d’origine a changé après son approbation."
    assert all(segment.source_text != NEW for segment in load_segments(prepare_variant(both_public)))


def test_text_written_over_the_approved_revision_ends_the_waiting(draft):
    revision = Revision.objects.get(pk=AwaitedRelease.objects.get(page=draft.pk).revision_id)
    revision.save()
    assert AwaitedRelease.objects.filter(page=draft.pk).exists()
    revision.content["title"] = "Un titre que personne n’a approuvé"
    revision.save()
    assert not AwaitedRelease.objects.filter(page=draft.pk).exists()


def test_cancelled_release_is_cancelled_once(draft):
    assert cancel_release(draft)
    assert not cancel_release(draft)


def test_source_published_alone_in_an_emergency_waits_no_longer(portal, both_public):
    wait(both_public, title=NEW).publish()
    assert not AwaitedRelease.objects.exists()
    assert public_titles(both_public) == [NEW, FORMER]


def test_release_before_the_sources_date_is_refused(portal):
    page = factories.news_page(portal, portal.thetford, publish=False)
    wait(page, go_live_at=timezone.now() + dt.timedelta(days=1))
    translation, reviewer = read_all(portal, page)
    with pytest.raises(VariantNotReady, match="est programmée pour le"):
        PublishTogetherAction(translation, reviewer).execute()
    assert public_titles(page) == [None, None]


def programmed(portal, page):
    """A variant that was read and is to go public tomorrow."""
    translation, reviewer = read_all(portal, page)
    PublishVariantAction(translation, reviewer, go_live_at=timezone.now() + dt.timedelta(days=1)).execute()
    return translation, reviewer


def a_day_later():
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now())
    NewsPage.objects.filter(go_live_at__isnull=False).update(go_live_at=timezone.now())
    for revision in Revision.objects.all():
        if revision.content.get("go_live_at"):
            revision.content["go_live_at"] = timezone.now().isoformat()
            revision.save()
    with factories.background_tasks():
        call_command("publish_scheduled")


def test_programmed_variant_goes_public_on_its_date(portal):
    page = factories.news_page(portal, portal.thetford)
    programmed(portal, page)
    assert public_titles(page) == [FORMER, None]
    a_day_later()
    assert public_titles(page) == [FORMER, FORMER]


def reopen(portal, page, translation, reviewer):
    segment = load_segments(translation)[0]
    ReopenSegmentAction(translation, factories.variant_of(page), [(segment, "")], reviewer).execute()


def decide_otherwise(portal, page, translation, reviewer):
    segment = load_segments(translation)[0]
    DecideSegmentsAction(translation, factories.variant_of(page), [(segment, "Autrement")], reviewer).execute()


def change_the_source(portal, page, translation, reviewer):
    factories.publish(page, introduction="Un chapô arrivé entre-temps.")


@pytest.mark.parametrize("between", [reopen, decide_otherwise, change_the_source])
def test_programmed_variant_is_refused_and_logged__when_something_changed_in_between(portal, between):
    page = factories.news_page(portal, portal.thetford)
    translation, reviewer = programmed(portal, page)
    between(portal, page, translation, reviewer)
    a_day_later()
    assert public_titles(page) == [FORMER, None]
    variant = factories.variant_of(page)
    entry = PageLogEntry.objects.get(page=variant.pk, action="localization.refuse_publication")
    assert entry.data["reason"]
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_programmed_variant_of_a_withdrawn_source_stays_off(portal):
    page = factories.news_page(portal, portal.thetford)
    programmed(portal, page)
    NewsPage.objects.get(pk=page.pk).unpublish()
    a_day_later()
    assert public_titles(page) == [None, None]


def test_date_gone_by_is_refused(portal):
    page = factories.news_page(portal, portal.thetford)
    translation, reviewer = read_all(portal, page)
    with pytest.raises(VariantNotReady, match="Cette date est passée"):
        PublishVariantAction(translation, reviewer, go_live_at=timezone.now()).execute()


def test_no_other_way_makes_a_variant_public(portal):
    variant = factories.variant_of(factories.news_page(portal, portal.thetford))
    variant.save_revision().publish()
    assert not NewsPage.objects.get(pk=variant.pk).live


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("edit_first", [True, False])
def test_edit_at_the_same_instant__leaves_both_public_as_approved_or_neither(transactional_db, edit_first):
    portal = factories.build_portal()
    page = factories.news_page(portal, portal.thetford, title=NEW, publish=False)
    wait(page)
    translation, reviewer = read_all(portal, page)
    edited = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    edited.title = "Un titre que personne n’a approuvé"
    acts = [PublishTogetherAction(translation, reviewer).execute, edited.save_revision]
    outcomes = at_once(*(reversed(acts) if edit_first else acts))
    raised = outcomes[1 if edit_first else 0]
    assert raised is None or isinstance(raised, VariantNotReady)
    assert public_titles(page) == ([None, None] if raised else [NEW, NEW])


@pytest.mark.django_db(transaction=True)
def test_two_reviewers_at_the_same_instant__publish_once(transactional_db):
    portal = factories.build_portal()
    page = factories.news_page(portal, portal.thetford, title=NEW, publish=False)
    wait(page)
    translation, reviewer = read_all(portal, page)
    outcomes = at_once(*[PublishTogetherAction(translation, reviewer).execute] * 2)
    assert sorted(type(outcome) for outcome in outcomes if outcome) == [VariantNotReady]
    assert public_titles(page) == [NEW, NEW]
    assert PageLogEntry.objects.filter(action="localization.publish_together").count() == 1


def test_reviewer_programs_a_variant_on_the_screen__and_takes_it_back(portal, client):
    page = factories.news_page(portal, portal.thetford)
    _, reviewer = read_all(portal, page)
    client.force_login(reviewer)
    variant = factories.variant_of(page)
    url = reverse("variant_review:schedule", args=[variant.pk])
    assert url in client.get(reverse("variant_review:review", args=[variant.pk])).text
    for wrong in ("", "demain", "2001-01-01T10:00"):
        assert client.post(url, {"go_live_at": wrong}).status_code == 422
    client.post(url, {"go_live_at": "2199-01-01T10:00"})
    assert Revision.objects.get(approved_go_live_at__isnull=False).object_id == str(variant.pk)
    assert "Programmée pour le" in client.get(url).text
    assert public_titles(page) == [FORMER, None]
    client.post(url, {"cancel": "1"})
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("person", ["thetford-mines-revision", "pau-approbation", "administration"])
def test_nobody_else_programs_a_variant(portal, client, person):
    page = factories.news_page(portal, portal.thetford)
    read_all(portal, page)
    client.force_login(portal.people[person])
    url = reverse("variant_review:schedule", args=[factories.variant_of(page).pk])
    client.post(url, {"go_live_at": "2199-01-01T10:00"})
    client.post(url, {"cancel": "1"})
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_button_of_the_desk_publishes_both(portal, client, draft):
    _, reviewer = read_all(portal, draft)
    client.force_login(reviewer)
    url = reverse("variant_review:review", args=[factories.variant_of(draft).pk])
    assert "Publier les deux ensemble" in client.get(url).text
    client.post(url, {"action": "publish"})
    assert public_titles(draft) == [NEW, NEW]
