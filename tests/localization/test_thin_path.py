"""A source page is published, its variant prepared, reviewed and published: the thin path, from both sides."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from portal.localization.decisions import DecideSegmentsAction
from portal.localization.models import SegmentDecision
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction, VariantNotReady
from portal.localization.segments import load_segments
from tests import factories

pytestmark = pytest.mark.django_db

NNBSP, NBSP = "\u202f", "\u00a0"


@pytest.fixture(params=["thetford-mines", "pau"])
def city(request, portal):
    return portal.cities[request.param]


def test_publication_prepares_a_draft_in_the_other_tree__from_either_side(portal, city):
    page = factories.news_page(portal, city)
    variant = factories.variant_of(page)
    assert variant.locale.language_code != page.locale.language_code
    assert not variant.live
    assert variant.is_variant
    assert variant.slug == page.slug
    assert variant.get_parent().translation_key == page.get_parent().translation_key


def test_draft_saved_only__prepares_nothing(portal, city):
    page = factories.news_page(portal, city, publish=False)
    assert factories.variant_of(page) is None


def test_proposals_are_stored_as_machine_translations__before_anybody_reads(portal):
    page = factories.news_page(portal, portal.thetford, title="On y va?")
    translation = prepare_variant(page)
    stored = StringTranslation.objects.get(translation_of__data="On y va?", locale=translation.target_locale)
    assert stored.data == f"On y va{NNBSP}?"
    assert stored.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    assert not SegmentDecision.objects.exists()


def test_preparing_again__changes_nothing(portal, city):
    page = factories.news_page(portal, city)
    variant = factories.variant_of(page)
    count = StringTranslation.objects.count()
    prepare_variant(page)
    again = factories.variant_of(page)
    assert again.pk == variant.pk
    assert again.revisions.count() == variant.revisions.count()
    assert StringTranslation.objects.count() == count


def test_slug_and_shared_facts__are_never_segments(portal, city):
    page = factories.delegation_page(portal, city, event_name="Sommet d’essai")
    paths = {segment.path for segment in load_segments(prepare_variant(page))}
    assert paths == {"title", "introduction"}


def test_institution_name__is_no_segment(portal, city):
    page = factories.institution_page(portal, city)
    assert {segment.path for segment in load_segments(prepare_variant(page))} == {"introduction"}


def test_publication_is_refused__while_a_segment_is_unread(portal, city):
    page = factories.news_page(portal, city)
    translation = prepare_variant(page)
    with pytest.raises(VariantNotReady, match="Il reste 3 segments"):
        PublishVariantAction(translation, factories.reviewer_of(portal, page)).execute()
    assert not factories.variant_of(page).live


@pytest.mark.parametrize(
    "person",
    ["thetford-mines-redaction", "thetford-mines-revision", "pau-redaction", "pau-approbation", "administration"],
)
def test_nobody_but_the_other_citys_reviewers__decides_or_publishes(portal, person):
    page = factories.news_page(portal, portal.thetford)
    translation = prepare_variant(page)
    variant = factories.variant_of(page)
    decided = [(segment, segment.text) for segment in load_segments(translation)]
    with pytest.raises(PermissionDenied, match="Pau"):
        DecideSegmentsAction(translation, variant, decided, portal.people[person]).execute()
    with pytest.raises(PermissionDenied, match="Pau"):
        PublishVariantAction(translation, portal.people[person]).execute()
    assert not SegmentDecision.objects.exists()


def test_reviewed_variant_is_public__with_the_decided_words(portal):
    page = factories.news_page(portal, portal.thetford, title="On y va?")
    variant = factories.publish_variant(portal, page, introduction="Mots choisis à Pau.")
    assert variant.live
    assert variant.title == f"On y va{NNBSP}?"
    assert variant.introduction == "Mots choisis à Pau."
    assert variant.lead_city == portal.thetford
    assert factories.variant_of(variant).title == "On y va?"


def test_state_of_a_decision__tells_whether_words_changed(portal):
    page = factories.news_page(portal, portal.thetford, title="On y va?")
    factories.publish_variant(portal, page)
    states = dict(SegmentDecision.objects.values_list("path", "state"))
    assert states["title"] == SegmentDecision.State.ADAPTED
    assert states["introduction"] == SegmentDecision.State.IDENTICAL


def test_segment_with_something_to_decide__is_not_confirmed_in_a_batch(portal, client):
    page = factories.news_page(
        portal, portal.thetford, title="La municipalité invite", introduction="Rien ne change ici."
    )
    translation = prepare_variant(page)
    segments = load_segments(translation)
    states = {segment.source_text: segment.state for segment in segments}
    assert states["La municipalité invite"] == "proposée"
    assert states["Rien ne change ici."] == "à traiter"
    client.force_login(factories.reviewer_of(portal, page))
    shown = {f"text-{segment.key}": segment.text for segment in segments}
    url = reverse("variant_review:review", args=[factories.variant_of(page).pk])
    client.post(url, {**shown, "decide": "untouched"})
    decided = set(SegmentDecision.objects.values_list("source_text", flat=True))
    assert "Rien ne change ici." in decided
    assert "La municipalité invite" not in decided


def test_changed_source__leaves_the_public_variant_and_asks_for_one_segment(portal, city):
    page = factories.news_page(portal, city)
    factories.publish_variant(portal, page)
    factories.publish(page, introduction="Un tout autre chapô.")
    variant = factories.variant_of(page)
    assert variant.live
    assert variant.introduction == "Les deux villes ont comparé leurs réseaux de chaleur."
    translation = prepare_variant(page)
    undecided = [segment.path for segment in load_segments(translation) if not segment.is_decided]
    assert undecided == ["introduction"]
    with pytest.raises(VariantNotReady, match="Il reste 1 segment "):
        PublishVariantAction(translation, factories.reviewer_of(portal, page)).execute()


def test_changed_back_source__finds_its_former_decision(portal, city):
    page = factories.news_page(portal, city)
    factories.publish_variant(portal, page, introduction="Notre chapô.")
    factories.publish(page, introduction="Un tout autre chapô.")
    factories.publish(page, introduction="Les deux villes ont comparé leurs réseaux de chaleur.")
    assert all(segment.is_decided for segment in load_segments(prepare_variant(page)))


def test_quotation__keeps_its_words_and_changes_its_spacing(portal):
    words = "Nous avons soupé, puis travaillé toute la fin de semaine! Et vous?"
    quote = {"text": words, "speaker": "Camille Exemple", "office": "mairesse d’essai"}
    page = factories.news_page(portal, portal.thetford, body=factories.stream(("quote", quote)))
    block = factories.publish_variant(portal, page).body[0].value
    assert block["text"] == words.replace("!", f"{NNBSP}!").replace("?", f"{NNBSP}?")
    assert block["speaker"] == "Camille Exemple"
    assert block["office"] == "mairesse d’essai"


def test_rewritten_quotation__is_refused(portal):
    quote = {"text": "Une bonne fin de semaine!", "speaker": "Camille Exemple", "office": ""}
    page = factories.news_page(portal, portal.thetford, body=factories.stream(("quote", quote)))
    translation = prepare_variant(page)
    segment = next(s for s in load_segments(translation) if s.is_verbatim)
    action = DecideSegmentsAction(
        translation, factories.variant_of(page), [(segment, "Un bon week-end !")], factories.reviewer_of(portal, page)
    )
    with pytest.raises(ValidationError, match="Ce sont les mots d’une personne"):
        action.execute()


@pytest.mark.parametrize(
    "text", ["", "  ", "<script>alert(1)</script>", '<b onclick="x">a</b>', "<p>a</p>", '<a id="a9">lien</a>']
)
def test_empty_or_foreign_markup__is_refused(portal, text):
    page = factories.news_page(portal, portal.thetford)
    translation = prepare_variant(page)
    segment = load_segments(translation)[0]
    with pytest.raises(ValidationError):
        DecideSegmentsAction(
            translation, factories.variant_of(page), [(segment, text)], factories.reviewer_of(portal, page)
        ).execute()
    assert not SegmentDecision.objects.exists()
