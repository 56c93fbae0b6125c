"""The parallel view: published words only, aligned, their differences marked and explained."""

from __future__ import annotations

import pytest
from wagtail.models import PageViewRestriction

from portal.localization.decisions import Choice, DecideSegmentsAction
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction
from portal.localization.segments import load_segments
from tests import factories
from tests.machines.reading import MAX_QUERIES, count_queries

pytestmark = pytest.mark.django_db
NNBSP = "\u202f"
TEXT = (
    "<h2>Une fin de semaine à Pau</h2><p>Le groupe a pris le traversier; il y retournera.</p>"
    "<p>Merci à <b>tous</b>.</p>"
)


def body(html):
    return factories.stream(("text", html))


@pytest.fixture
def pair(portal):
    page = factories.news_page(portal, portal.thetford, title="Le traversier", body=body(TEXT))
    return page, factories.publish_variant(portal, page)


def decide(portal, page, words, reason):
    """Decides the segment that holds some words, as the other city's reviewer."""
    translation = prepare_variant(page)
    (segment,) = [segment for segment in load_segments(translation) if words in segment.source_text]
    choice = Choice(segment, "Merci à toutes et à tous.", reason)
    DecideSegmentsAction(
        translation, translation.get_target_instance(), [choice], factories.reviewer_of(portal, page)
    ).execute()
    return translation


def rows(client, page):
    groups = client.get(f"{page.url}en-parallele/").context["groups"]
    return [segment for _, segments in groups for segment in segments]


def test_both_variants_stand_side_by_side__from_either_tree(pair, client):
    variant = pair[1]
    for page in pair:
        answer = client.get(f"{page.url}en-parallele/")
        assert [label for label, _ in answer.context["groups"]] == ["Titre", "Chapô", "Texte"]
        assert "traversier;" in answer.text
        assert f"{NNBSP};" in answer.text
        assert "<mark>fin" in answer.text or "<mark>une fin" in answer.text.lower()
        assert "<b>" not in answer.text.split("<main")[1].split("</main>")[0]
        assert '<meta name="robots" content="noindex, follow">' in answer.text
        assert f'<link rel="canonical" href="http://testserver{page.url}">' in answer.text
        assert count_queries(client, f"{page.url}en-parallele/") <= MAX_QUERIES
    assert 'href="' + variant.url + 'en-parallele/"' in client.get(variant.url).text


def test_differing_words_are_marked_on_both_sides__with_the_engine_s_reason(pair, client):
    (heading,) = [segment for segment in rows(client, pair[1]) if segment.source_text.startswith("Une fin")]
    assert heading.variant_text == "Un week-end à Pau"
    assert [piece.text for piece in heading.variant_pieces if piece.kind == "insert"] != []
    assert any("week-end" in reason for reason in heading.reasons)
    (thanks,) = [segment for segment in rows(client, pair[1]) if segment.source_text == "Merci à tous."]
    assert thanks.is_same
    assert not thanks.reasons


def test_reviewer_s_own_reason_is_given__once_published(portal, pair, client):
    page = pair[0]
    translation = decide(portal, page, "Merci", "La ville de Pau s’adresse à toutes et à tous.")
    assert "toutes" not in client.get(f"{page.url}en-parallele/").text
    PublishVariantAction(translation, factories.reviewer_of(portal, page)).execute()
    (thanks,) = [segment for segment in rows(client, page) if segment.source_text == "Merci à tous."]
    assert thanks.variant_text == "Merci à toutes et à tous."
    assert thanks.reasons == ("La ville de Pau s’adresse à toutes et à tous.",)


def test_source_that_changed_stands_beside_what_is_still_published(portal, pair, client):
    page = factories.publish(pair[0], body=body(TEXT.replace("Merci à <b>tous</b>.", "Un grand merci.")))
    (changed,) = [segment for segment in rows(client, page) if segment.has_changed]
    assert (changed.source_text, changed.variant_text) == ("Un grand merci.", "Merci à tous.")
    decide(portal, page, "Un grand merci", "Secret, pas encore publié.")
    text = client.get(f"{page.url}en-parallele/").text
    assert "Secret" not in text
    assert "toutes" not in text


def test_second_publication_shows_nothing_of_the_first(portal, pair, client):
    page = factories.publish(pair[0], body=body("<p>Une tout autre chose.</p>"))
    factories.publish_variant(portal, page)
    texts = [segment.variant_text for segment in rows(client, page)]
    assert texts[-1] == "Une tout autre chose."
    assert not any(segment.has_changed for segment in rows(client, page))
    assert not any("week-end" in text for text in texts)


def test_page_that_is_not_public_on_both_sides_has_no_parallel_view(portal, client):
    alone = factories.news_page(portal, portal.thetford)
    assert client.get(f"{alone.url}en-parallele/").status_code == 404
    assert "en-parallele" not in client.get(alone.url).text
    assert client.get("/fr-ca/rien/en-parallele/").status_code == 404
    factories.publish_variant(portal, alone)
    assert client.get(f"{alone.url}en-parallele/").status_code == 200
    PageViewRestriction.objects.create(page=alone, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"{alone.url}en-parallele/").status_code == 404
    assert client.get(f"{alone.url.replace('fr-ca', 'fr-fr')}en-parallele/").status_code == 404


def test_hostile_words_are_escaped(portal, client):
    page = factories.news_page(portal, portal.thetford, title="<script>alert(1)</script>")
    factories.publish_variant(portal, page)
    assert "<script>alert" not in client.get(f"{page.url}en-parallele/").text
