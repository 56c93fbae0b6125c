"""A city hands a page over: source and variant swap, nothing that was read is lost, nothing unread becomes public."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation, TranslationSource

from news.models import NewsPage
from portal.localization.decisions import DecideSegmentsAction, ReopenSegmentAction
from portal.localization.hand_over import CannotHandOver, HandOverAction
from portal.localization.models import SegmentDecision
from portal.localization.preparation import CannotPrepareVariant, prepare_variant
from portal.localization.publication import PublishVariantAction, VariantNotReady
from portal.localization.release import await_variant
from portal.localization.segments import load_segments
from tests import factories
from tests.localization.simultaneous import at_once

pytestmark = pytest.mark.django_db
NNBSP = "\u202f"


def pair(portal):
    body = factories.stream(("text", "<p>Nous y serons tous!</p><p>La visite a duré deux jours.</p>"))
    page = factories.news_page(portal, portal.thetford, body=body)
    factories.publish_variant(portal, page, introduction="Mots choisis à Pau.")
    return page, factories.variant_of(page)


@pytest.fixture
def handed_over(portal):
    """The new source, in Pau, and the new variant, in Thetford Mines."""
    page, variant = pair(portal)
    hand_over(portal, page)
    return NewsPage.objects.get(pk=variant.pk), NewsPage.objects.get(pk=page.pk)


def approver_of(portal, page):
    return portal.people[f"{page.lead_city.slug}-approbation"]


def hand_over(portal, page):
    return HandOverAction(page, approver_of(portal, page)).execute()


def public_words(*pages):
    found = NewsPage.objects.in_bulk([page.pk for page in pages])
    return [
        (found[page.pk].live, found[page.pk].introduction, str(found[page.pk].body), found[page.pk].url)
        for page in pages
    ]


def test_source_and_variant_swap__and_citizens_see_no_difference(portal):
    page, variant = pair(portal)
    before = public_words(page, variant)
    assert hand_over(portal, page).pk == variant.pk
    source, adapted = NewsPage.objects.get(pk=variant.pk), NewsPage.objects.get(pk=page.pk)
    assert source.lead_city == adapted.lead_city == portal.pau
    assert not source.is_variant
    assert adapted.is_variant
    assert public_words(page, variant) == before
    translation = Translation.objects.get()
    assert (translation.source.locale, translation.target_locale) == (source.locale, adapted.locale)
    assert TranslationSource.objects.count() == 1
    assert PageLogEntry.objects.filter(action="localization.hand_over").count() == 2


def test_every_segment_stays_decided__and_its_history_is_read_on_the_new_variant(portal, handed_over):
    source, _ = handed_over
    segments = {segment.source_text: segment for segment in load_segments(prepare_variant(source))}
    assert all(segment.is_decided for segment in segments.values())
    assert {segment.state for segment in segments.values()} == {"reprise à la passation"}
    introduction = segments["Mots choisis à Pau."]
    assert introduction.text == "Les deux villes ont comparé leurs réseaux de chaleur."
    assert [decision.state for decision in introduction.history] == ["adapted", "handed_over", "taken_over"]
    assert {decision.reviewer.username for decision in introduction.history} == {"pau-revision"}


def test_new_source_changes_one_word__and_one_segment_is_to_be_seen_in_the_other_direction(portal, handed_over):
    source, variant = handed_over
    factories.publish(source, introduction="Une fin de semaine!")
    segments = load_segments(prepare_variant(source))
    assert [segment.source_text for segment in segments if not segment.is_decided] == ["Une fin de semaine!"]
    assert public_words(variant)[0][1] == "Les deux villes ont comparé leurs réseaux de chaleur."
    adapted = factories.publish_variant(portal, source)
    assert adapted.pk == variant.pk
    assert adapted.introduction.endswith("semaine!")
    assert "tous!" in str(adapted.body)


def test_decision_of_the_former_direction_does_not_serve_the_new_one(portal, handed_over):
    source, _ = handed_over
    former_source_text = "Les deux villes ont comparé leurs réseaux de chaleur."
    factories.publish(source, introduction=former_source_text)
    segment = next(s for s in load_segments(prepare_variant(source)) if s.path == "introduction")
    assert segment.source_text == former_source_text
    assert not segment.is_decided


def test_there_and_back_twice__ends_where_it_began(portal):
    page, variant = pair(portal)
    words, kept = public_words(page, variant), set()
    for _ in range(2):
        for source in (page, variant):
            assert kept <= set(SegmentDecision.objects.values_list("pk", flat=True))
            kept = set(SegmentDecision.objects.values_list("pk", flat=True))
            hand_over(portal, NewsPage.objects.get(pk=source.pk))
            assert public_words(page, variant) == words
    page = NewsPage.objects.get(pk=page.pk)
    assert not page.is_variant
    page = factories.publish(page, title="Un titre d’après")
    assert factories.publish_variant(portal, page).title == "Un titre d’après"


def test_new_variant_is_reviewed_by_its_own_city__and_edited_as_a_page_by_nobody(portal, handed_over):
    source, variant = handed_over
    translation = prepare_variant(source)
    choice = [(segment, segment.text) for segment in load_segments(translation)]
    with pytest.raises(PermissionDenied):
        DecideSegmentsAction(translation, variant, choice, portal.people["pau-revision"]).execute()
    DecideSegmentsAction(translation, variant, choice, portal.people["thetford-mines-revision"]).execute()
    assert not variant.permissions_for_user(portal.people["administration"]).can_edit()
    with pytest.raises(CannotPrepareVariant):
        prepare_variant(variant)


def test_former_revision_does_not_bring_the_former_leader_back(handed_over):
    source, variant = handed_over
    for page in (source, variant):
        assert {revision.as_object().lead_city.slug for revision in page.revisions.all()} == {"pau"}


def test_children_are_left_untouched(portal):
    page = factories.news_page(portal, portal.thetford)
    factories.publish_variant(portal, page)
    list_page = NewsPage.objects.get(pk=page.pk).get_parent().specific
    factories.publish(list_page, introduction="Toutes les nouvelles.")
    factories.publish_variant(portal, list_page)
    before = list(NewsPage.objects.order_by("pk").values("pk", "lead_city", "url_path", "live"))
    hand_over(portal, type(list_page).objects.get(pk=list_page.pk))
    assert list(NewsPage.objects.order_by("pk").values("pk", "lead_city", "url_path", "live")) == before
    assert not NewsPage.objects.get(pk=page.pk).is_variant


def test_each_page_keeps_its_address__when_the_two_differ(portal):
    factories.news_page(portal, portal.pau, slug="meme", publish=False)
    page = factories.news_page(portal, portal.thetford, slug="meme")
    variant = factories.publish_variant(portal, page)
    assert page.slug != variant.slug
    addresses = [page.url, variant.url]
    source = hand_over(portal, page)
    for _ in range(2):
        assert [NewsPage.objects.get(pk=pk).url for pk in (page.pk, variant.pk)] == addresses
        source = factories.publish(NewsPage.objects.get(pk=source.pk), title="Un autre titre")
        factories.publish_variant(portal, source)


def unpublish_variant(portal, page, variant):
    Page.objects.filter(pk=variant.pk).update(live=False)


def be_late(portal, page, variant):
    factories.publish(page, introduction="Un chapô tout neuf.")


def be_late_unprepared(portal, page, variant):
    page.introduction = "Un chapô tout neuf."
    page.save_revision().publish()


def reopen(portal, page, variant):
    translation = prepare_variant(page)
    segment = load_segments(translation)[0]
    ReopenSegmentAction(translation, variant, [(segment, "")], factories.reviewer_of(portal, page)).execute()


def decide_otherwise(portal, page, variant):
    translation = prepare_variant(page)
    choice = [(load_segments(translation)[0], "Un autre titre")]
    DecideSegmentsAction(translation, variant, choice, factories.reviewer_of(portal, page)).execute()


def draft(portal, page, variant):
    page.introduction = "Un chapô tout neuf."
    page.save_revision()


def submit(portal, page, variant):
    page.get_workflow().start(page, portal.people["thetford-mines-redaction"])


def lock_source(portal, page, variant):
    Page.objects.filter(pk=page.pk).update(locked=True)


def lock_variant(portal, page, variant):
    Page.objects.filter(pk=variant.pk).update(locked=True)


def wait_together(portal, page, variant):
    await_variant(page.save_revision(changed=False))


@pytest.mark.parametrize(
    ("obstacle", "reason"),
    [
        (unpublish_variant, "La variante n’est pas publiée"),
        (be_late, "n’a encore lus\u00a0: 1"),
        (be_late_unprepared, "n’a encore lus\u00a0: 1"),
        (reopen, "n’a encore lus\u00a0: 1"),
        (decide_otherwise, "ne dit pas encore ce qui a été décidé"),
        (draft, "Des modifications ne sont pas encore publiées"),
        (submit, "est soumise à l’approbation"),
        (lock_source, "verrouillée"),
        (lock_variant, "verrouillée"),
        (wait_together, "attend de paraître avec sa variante"),
    ],
)
def test_hand_over_is_refused_with_its_reason__and_changes_nothing(portal, obstacle, reason):
    page, variant = pair(portal)
    obstacle(portal, page, variant)
    decisions = SegmentDecision.objects.count()
    with pytest.raises(CannotHandOver, match=reason):
        hand_over(portal, NewsPage.objects.get(pk=page.pk))
    assert NewsPage.objects.get(pk=page.pk).lead_city == portal.thetford
    assert SegmentDecision.objects.count() == decisions


@pytest.mark.parametrize(
    "person",
    ["thetford-mines-redaction", "thetford-mines-revision", "pau-approbation", "pau-revision", "administration"],
)
def test_only_the_approvers_of_the_city_that_leads_hand_over(portal, client, person):
    page, variant = pair(portal)
    with pytest.raises(PermissionDenied, match="Thetford Mines"):
        HandOverAction(page, portal.people[person]).execute()
    client.force_login(portal.people[person])
    client.post(reverse("variant_review:hand_over", args=[page.pk]))
    client.post(reverse("variant_review:hand_over", args=[variant.pk]))
    assert NewsPage.objects.get(pk=page.pk).lead_city == portal.thetford


def test_screen_tells_what_will_happen_and_does_it__without_javascript(portal, client):
    page, variant = pair(portal)
    client.force_login(approver_of(portal, page))
    url = reverse("variant_review:hand_over", args=[page.pk])
    assert url in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert "Céder la main à Pau" in client.get(url).text
    assert NewsPage.objects.get(pk=page.pk).lead_city == portal.thetford
    answer = client.post(url, follow=True)
    assert "est maintenant écrite par Pau" in answer.text
    assert NewsPage.objects.get(pk=variant.pk).lead_city == portal.pau


def test_screen_gives_the_reason_of_a_refusal__and_no_button(portal, client):
    page = factories.news_page(portal, portal.thetford)
    client.force_login(approver_of(portal, page))
    url = reverse("variant_review:hand_over", args=[page.pk])
    answer = client.get(url)
    assert "La variante n’est pas publiée" in answer.text
    assert "Céder la main à Pau" not in answer.text
    assert client.post(url).status_code == 409


@pytest.mark.django_db(transaction=True)
def test_hand_over_and_publication_at_the_same_instant__leave_one_source(transactional_db):
    portal = factories.build_portal()
    page, variant = pair(portal)
    translation, reviewer = prepare_variant(page), factories.reviewer_of(portal, page)
    outcomes = at_once(
        HandOverAction(page, approver_of(portal, page)).execute,
        PublishVariantAction(translation, reviewer).execute,
        HandOverAction(page, approver_of(portal, page)).execute,
    )
    assert all(
        isinstance(outcome, CannotHandOver | PermissionDenied | VariantNotReady) for outcome in outcomes if outcome
    )
    assert (outcomes[0] is None) is not (outcomes[2] is None)
    assert {page.lead_city for page in NewsPage.objects.filter(pk__in=[page.pk, variant.pk])} == {portal.pau}
    assert NewsPage.objects.filter(live=True).count() == 2
