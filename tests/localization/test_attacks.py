"""What was tried against the review, and must not happen."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from portal.localization.decisions import DecideSegmentsAction
from portal.localization.inline_html import is_bare_inline_html
from portal.localization.models import SegmentDecision
from portal.localization.preparation import prepare_variant
from portal.localization.segments import load_segments
from portal.localization.templatetags.segments import segment_html
from tests import factories

HOSTILE = [
    "<!--><img src=x onerror=alert(1)>-->ok",
    "<![CDATA[><img src=x onerror=alert(1)>]]>ok",
    "<?php <img src=x onerror=alert(1)> ?>ok",
    "<!DOCTYPE x><b>ok</b>",
    "<svg onload=alert(1)>ok</svg>",
    '<a href="javascript:alert(1)">ok</a>',
    "o\x00k",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_disguised_markup_is_no_segment__and_is_shown_as_text(text):
    assert not is_bare_inline_html(text)
    assert "<" not in segment_html(text)


@pytest.mark.parametrize("text", ["Oui", "<b>Oui</b> &amp; non", 'Voir <a id="a1">ici</a><br/>'])
def test_bare_markup_is_a_segment(text):
    assert is_bare_inline_html(text)


@pytest.fixture
def desk(portal, client):
    page = factories.news_page(portal, portal.thetford)
    client.force_login(portal.people["pau-revision"])
    return page, reverse("variant_review:review", args=[factories.variant_of(page).pk])


@pytest.mark.django_db
def test_batch_confirms_only_what_the_form_showed(portal, client, desk):
    page, url = desk
    shown = {f"text-{segment.key}": segment.source_text for segment in load_segments(prepare_variant(page))}
    factories.publish(page, introduction="Un chapô arrivé entre-temps.")
    client.post(url, {**shown, "decide": "untouched"})
    assert not SegmentDecision.objects.filter(source_text="Un chapô arrivé entre-temps.").exists()
    client.post(url, {"action": "publish"})
    assert not factories.variant_of(page).live


@pytest.mark.django_db
def test_publishing_keeps_what_was_typed_and_not_confirmed(portal, client, desk):
    page, url = desk
    segments = load_segments(prepare_variant(page))
    client.post(url, {**{f"text-{s.key}": s.source_text for s in segments}, "decide": "untouched"})
    answer = client.post(url, {f"text-{segments[0].key}": "Un autre titre", "action": "publish"})
    assert "modifié un segment sans le valider" in answer.text
    assert "Un autre titre" in answer.text
    assert not factories.variant_of(page).live


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "message"), [("x" * 256, "255 au plus"), ("<br>", "vide"), (" <b></b> ", "vide")])
def test_title_too_long_or_empty_is_refused(portal, desk, text, message):
    page, _ = desk
    translation = prepare_variant(page)
    title = next(segment for segment in load_segments(translation) if segment.path == "title")
    with pytest.raises(ValidationError, match=message):
        DecideSegmentsAction(
            translation, factories.variant_of(page), [(title, text)], factories.reviewer_of(portal, page)
        ).execute()


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["pau-approbation", "pau-redaction", "administration"])
@pytest.mark.parametrize("alias", [{}, {"alias": "on"}])
def test_source_is_not_copied_into_the_other_tree(portal, client, person, alias):
    page = factories.news_page(portal, portal.thetford)
    client.force_login(portal.people[person])
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {
            "new_title": "Copie",
            "new_slug": "copie",
            "new_parent_page": portal.trees["fr-FR"].news.pk,
            "publish_copies": "on",
            **alias,
        },
    )
    assert not Page.objects.filter(slug="copie").exists()


@pytest.mark.django_db
def test_page_in_the_wrong_tree_is_refused(portal):
    page = factories.news_page(portal, portal.thetford, publish=False)
    page.locale = portal.trees["fr-FR"].home.locale
    with pytest.raises(ValidationError, match="dans l’arbre de l’autre variante"):
        page.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["pau-redaction", "pau-approbation", "thetford-mines-approbation", "administration"])
def test_variant_in_preparation_is_neither_deleted_nor_moved(portal, person):
    variant = factories.variant_of(factories.news_page(portal, portal.thetford))
    rights = variant.permissions_for_user(portal.people[person])
    assert not rights.can_delete()
    assert not rights.can_move()
    assert not rights.can_set_view_restrictions()


@pytest.mark.django_db
def test_draft_above_a_published_page_is_not_deleted(portal):
    factories.news_page(portal, portal.thetford)
    news = Page.objects.get(pk=portal.trees["fr-CA"].news.pk).specific
    assert not news.permissions_for_user(portal.people["administration"]).can_delete()


@pytest.mark.django_db
def test_withdrawn_source_takes_its_variant_along__and_brings_it_back_reviewed(portal, client):
    page = factories.news_page(portal, portal.thetford)
    variant = factories.publish_variant(portal, page)
    page.unpublish()
    assert client.get(variant.url).status_code == 404
    factories.publish(page)
    assert client.get(variant.url).status_code == 404
    factories.publish_variant(portal, page)
    assert client.get(variant.url).status_code == 200


@pytest.mark.django_db
def test_slug_taken_in_the_other_tree_gets_a_number(portal, client):
    factories.news_page(portal, portal.thetford, slug="meme", publish=False)
    page = factories.news_page(portal, portal.pau, slug="meme")
    variant = factories.publish_variant(portal, page)
    assert variant.slug != "meme"
    assert client.get(variant.url).status_code == 200
    factories.publish(page, introduction="Encore.")
    assert factories.variant_of(page).slug == variant.slug


@pytest.mark.django_db
@pytest.mark.parametrize("pk", ["abc", "", "9" * 23, "-1"])
def test_forged_link_is_no_error(portal, client, pk):
    body = factories.stream(("text", f'<p><a linktype="page" id="{pk}">lien</a></p>'))
    page = factories.news_page(portal, portal.thetford, body=body)
    answer = client.get(page.url)
    assert answer.status_code == 200
    assert "<a>lien</a>" in answer.text
