"""What a changed source does to a reviewed variant."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.localization.changes import CARRIED_OVER, words_of
from portal.localization.decisions import Choice, DecideSegmentsAction, ReopenSegmentAction
from portal.localization.difference import word_difference
from portal.localization.models import GlossaryEntry, SegmentDecision
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction, VariantNotReady
from portal.localization.segments import load_segments
from tests import factories

NNBSP = "\u202f"


@pytest.fixture
def page(portal):
    """A news item of Thetford Mines whose variant is public, with two paragraphs in one block."""
    body = factories.stream(("text", "<p>Nous y serons tous!</p><p>La visite des haldes a duré deux jours.</p>"))
    page = factories.news_page(portal, portal.thetford, body=body, introduction="Les villes, ensemble, avancent.")
    factories.publish_variant(portal, page)
    return page


def segments_of(page):
    return {segment.source_text: segment for segment in load_segments(prepare_variant(page))}


def decide(portal, page, text, wanted, **fields):
    translation = prepare_variant(page)
    segment = segments_of(page)[text]
    choice = Choice(segment, wanted, **fields)
    reviewer = factories.reviewer_of(portal, page)
    return DecideSegmentsAction(translation, factories.variant_of(page), [choice], reviewer).execute()


@pytest.mark.django_db
def test_one_word_and_one_comma__leave_one_segment_to_see_again(page):
    body = factories.stream(("text", "<p>Nous y serons tous!</p><p>La visite des haldes a duré trois jours.</p>"))
    factories.publish(page, body=body, introduction="Les villes ensemble, avancent.")
    segments = segments_of(page)
    assert [text for text, segment in segments.items() if not segment.is_decided] == [
        "La visite des haldes a duré trois jours."
    ]
    changed = segments["La visite des haldes a duré trois jours."]
    assert changed.state == "à revoir"
    assert changed.former.source_text == "La visite des haldes a duré deux jours."
    carried = segments["Les villes ensemble, avancent."]
    assert carried.decision.reason == CARRIED_OVER
    assert carried.decision.reviewer.username == "pau-revision"
    assert factories.variant_of(page).introduction == "Les villes, ensemble, avancent."


@pytest.mark.django_db
def test_carried_over_text_has_the_variants_typography(page):
    body = factories.stream(("text", "<p>Nous y serons, tous!</p><p>La visite des haldes a duré deux jours.</p>"))
    factories.publish(page, body=body)
    assert segments_of(page)["Nous y serons, tous!"].text == f"Nous y serons, tous{NNBSP}!"


@pytest.mark.django_db
def test_text_that_a_person_worded_is_never_rewritten_by_rule(portal, page):
    decide(portal, page, "Les villes, ensemble, avancent.", "Elles avancent de concert.")
    factories.publish(page, introduction="Les villes ensemble avancent.")
    segment = segments_of(page)["Les villes ensemble avancent."]
    assert segment.state == "à revoir"
    assert segment.former.text == "Elles avancent de concert."


@pytest.mark.django_db
def test_added_moved_and_removed_paragraphs__keep_the_others_decisions(page):
    texts = ["Une ligne neuve.", "La visite des haldes a duré deux jours.", "Nous y serons tous!"]
    body = factories.stream(("text", "".join(f"<p>{text}</p>" for text in texts)))
    factories.publish(page, body=body)
    assert [text for text, segment in segments_of(page).items() if not segment.is_decided] == ["Une ligne neuve."]
    factories.publish(page, body=factories.stream(("text", "<p>Nous y serons tous!</p>")))
    assert all(segment.is_decided for segment in segments_of(page).values())


def entry(**fields):
    """A pair that the engine's own lexicon does not know, approved for both."""
    values = {
        "term_ca": "tonnelle",
        "term_fr": "kiosque",
        "gender_ca": "f",
        "gender_fr": "m",
        "policy_to_france": GlossaryEntry.Policy.REPLACE,
        "state_to_france": GlossaryEntry.State.APPROVED,
        **fields,
    }
    return GlossaryEntry.objects.create(**values)


@pytest.mark.django_db
@pytest.mark.parametrize("approved", ["before", "since"])
def test_typography_is_carried_over__where_a_term_of_the_glossary_stands(portal, approved):
    if approved == "before":
        entry()
    page = factories.news_page(portal, portal.thetford, introduction="La tonnelle, ce soir, attend!")
    public = factories.publish_variant(portal, page).introduction
    assert public == ("Le kiosque" if approved == "before" else "La tonnelle") + f", ce soir, attend{NNBSP}!"
    if approved == "since":
        entry()
    factories.publish(page, introduction="La tonnelle ce soir attend!")
    segment = segments_of(page)["La tonnelle ce soir attend!"]
    assert segment.decision.reason == CARRIED_OVER
    assert segment.text == public.replace(",", "")


@pytest.mark.django_db
def test_decided_word_is_carried_over__though_the_glossary_would_choose_another_since(portal):
    page = factories.news_page(portal, portal.thetford, introduction="Le souper, ce soir, attend!")
    public = factories.publish_variant(portal, page).introduction
    assert public == f"Le dîner, ce soir, attend{NNBSP}!"
    entry(term_ca="souper", term_fr="banquet", gender_ca="m")
    factories.publish(page, introduction="Le souper ce soir attend!")
    assert segments_of(page)["Le souper ce soir attend!"].text == public.replace(",", "")


@pytest.mark.django_db
def test_change_that_a_person_refused_stays_refused__in_another_typography(portal, page):
    entry()
    factories.publish(page, introduction="La tonnelle, puis la tonnelle, attendent!")
    wanted = f"La tonnelle, puis le kiosque, attendent{NNBSP}!"
    decide(portal, page, "La tonnelle, puis la tonnelle, attendent!", wanted)
    factories.publish(page, introduction="La tonnelle puis la tonnelle attendent!")
    segment = segments_of(page)["La tonnelle puis la tonnelle attendent!"]
    assert segment.decision.reason == CARRIED_OVER
    assert segment.text == wanted.replace(",", "")


@pytest.mark.django_db
def test_text_kept_as_it_was_is_kept__in_another_typography(portal, page):
    entry()
    factories.publish(page, introduction="La tonnelle, demain!")
    decide(portal, page, "La tonnelle, demain!", "La tonnelle, demain!")
    factories.publish(page, introduction="La tonnelle demain?")
    assert segments_of(page)["La tonnelle demain?"].text == "La tonnelle demain?"


@pytest.mark.django_db
def test_assumed_difference_asks_for_its_reason__and_is_not_carried_over(portal, page):
    text = "Les villes, ensemble, avancent."
    (decision,) = decide(portal, page, text, "Tout autre chose.", reason="Le lieu ne dit rien à Pau.")
    assert decision.state == SegmentDecision.State.ASSUMED
    factories.publish(page, introduction="Les villes ensemble avancent.")
    assert segments_of(page)["Les villes ensemble avancent."].state == "à revoir"


@pytest.mark.django_db
def test_link_is_left_out_by_an_assumed_difference_alone(portal):
    body = factories.stream(("text", '<p>Voir <a href="https://example.org/">le plan</a>.</p>'))
    page = factories.news_page(portal, portal.thetford, body=body)
    text = next(text for text in segments_of(page) if "le plan" in text)
    with pytest.raises(ValidationError, match=r"Un lien de l’origine manque"):
        decide(portal, page, text, "Voir le plan.")
    (decision,) = decide(portal, page, text, "Voir le plan.", reason="Ce plan ne montre que le Québec.")
    assert decision.text == "Voir le plan."


@pytest.mark.django_db
def test_reopened_segment_waits_again__and_keeps_its_history(portal, page):
    translation, text = prepare_variant(page), "Les villes, ensemble, avancent."
    segment, reviewer = segments_of(page)[text], factories.reviewer_of(portal, page)
    ReopenSegmentAction(translation, factories.variant_of(page), [(segment, "")], reviewer).execute()
    reopened = segments_of(page)[text]
    assert not reopened.is_decided
    assert [decision.state for decision in reopened.history] == ["identical", "reopened"]
    with pytest.raises(VariantNotReady):
        PublishVariantAction(translation, reviewer).execute()
    with pytest.raises(PermissionDenied):
        stranger = portal.people["thetford-mines-revision"]
        ReopenSegmentAction(translation, factories.variant_of(page), [(segment, "")], stranger).execute()


@pytest.mark.django_db
def test_second_reviewer_gets_a_conflict_with_both_texts(portal, page):
    text = "Les villes, ensemble, avancent."
    seen = segments_of(page)[text].decision.pk
    decide(portal, page, text, "La première.", seen=seen)
    with pytest.raises(ValidationError) as refusal:
        decide(portal, page, text, "La seconde.", seen=seen)
    assert "a retenu\u00a0: «\u00a0La première.\u00a0»" in refusal.value.messages[0]
    assert segments_of(page)[text].text == "La première."
    decide(portal, page, text, "La seconde.", seen=segments_of(page)[text].decision.pk)
    assert segments_of(page)[text].text == "La seconde."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oui, demain.", "Oui demain!", True),
        ("l'eau", "l’eau", True),
        ("<b>Oui</b>", "Oui", False),
        ("Oui", "oui", False),
        ("vingt-deux", "vingt deux", False),
    ],
)
def test_words_are_what_typography_leaves(one, other, same):
    assert (words_of(one) == words_of(other)) is same


def test_difference_gives_back_both_texts():
    old, new = "La visite a duré deux jours.", "La longue visite a duré trois jours."
    pieces = word_difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "delete") == new
    assert "".join(piece.text for piece in pieces if piece.kind != "insert") == old
    assert [piece.text.strip() for piece in pieces if piece.kind != "equal"] == ["longue", "deux", "trois"]
