"""The review screen: changes marked in place, refused and accepted one by one, and nothing typed lost."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.localization.desk.explained import explain_changes
from portal.localization.difference import Piece
from portal.localization.draft import CLOSING, OPENING, show_marks
from portal.localization.marking import SIGN, cut, mark_pieces
from portal.localization.models import SegmentDecision
from portal.localization.placing import place_changes, switch_changes
from portal.localization.preparation import prepare_variant
from portal.localization.segments import Segment, load_segments
from portal.variants import adapt
from tests import factories

NNBSP, NBSP = "\u202f", "\u00a0"
SENTENCE = "Rendez-vous la fin de semaine prochaine à 9:00; la municipalité y sera!"


@pytest.fixture
def desk(portal, client):
    """A variant of Thetford Mines' news with something to decide, open before Pau's reviewer."""
    body = factories.stream(("text", f"<h2>Deux jours</h2><p>{SENTENCE}</p><p>Rien à changer <b>ici</b>.</p>"))
    page = factories.news_page(portal, portal.thetford, body=body)
    client.force_login(factories.reviewer_of(portal, page))
    return page, reverse("variant_review:review", args=[factories.variant_of(page).pk])


def segment_of(page, text=SENTENCE):
    return next(segment for segment in load_segments(prepare_variant(page)) if segment.source_text == text)


def box(answer, segment):
    return BeautifulSoup(answer.text, "html.parser").find(id=f"t-{segment.key}").text.removeprefix("\n")


def article(answer, segment):
    return BeautifulSoup(answer.text, "html.parser").find(id=f"s-{segment.key}")


def change(segment, original):
    changes = explain_changes(segment, {})
    return next(f"{segment.key}.{c.number}" for c in changes if c.proposal.original == original)


@pytest.mark.django_db
def test_changes_are_marked_in_place_on_both_sides__and_explained(client, desk):
    page, url = desk
    shown = article(client.get(url), segment_of(page))
    assert "la fin de semaine prochaine" in [node.text for node in shown.find_all("del")]
    assert "le week-end prochain" in [node.text for node in shown.find_all("ins")]
    assert "9:00" in [node.text for node in shown.find_all("mark")]
    rows = [" ".join(row.text.split()) for row in shown.select(".desk__why li")]
    assert any("la fin de semaine prochaine" in row and "sûr" in row and "refuser" in row for row in rows)
    assert any("municipalité" in row and "à décider" in row and "accepter" in row for row in rows)
    assert any("espace fine insécable" in row for row in rows)


@pytest.mark.django_db
def test_refused_change_is_taken_out_of_the_text__and_nothing_is_decided(client, desk):
    page, url = desk
    segment = segment_of(page)
    answer = client.post(url, {"refuse": change(segment, "la fin de semaine prochaine")})
    text = box(answer, segment)
    assert "la fin de semaine prochaine" in text
    assert text.endswith(f"{NNBSP}!")
    assert not SegmentDecision.objects.exists()
    client.post(url, {f"text-{segment.key}": text, "decide": segment.key})
    assert SegmentDecision.objects.get().text == text


@pytest.mark.django_db
def test_accepted_change_is_written__beside_what_was_typed(client, desk):
    page, url = desk
    segment = segment_of(page)
    typed = segment.text.replace("y sera", "viendra aussi")
    answer = client.post(url, {f"text-{segment.key}": typed, "accept": change(segment, "municipalité")})
    assert box(answer, segment) == typed.replace("municipalité", "commune")


@pytest.mark.django_db
def test_change_that_a_person_reworded_is_not_guessed__and_the_text_stays(client, desk):
    page, url = desk
    segment = segment_of(page)
    answer = client.post(
        url, {f"text-{segment.key}": "Venez samedi.", "refuse": change(segment, "la fin de semaine prochaine")}
    )
    assert answer.status_code == 422
    assert "récrit à la main" in answer.text
    assert box(answer, segment) == "Venez samedi."


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["", "nothing", ".0", "untouched.0", "{key}.99", "{key}.x", "{key}.0.0"])
def test_forged_button_changes_nothing(client, desk, value):
    page, url = desk
    segment = segment_of(page)
    for verb in ("refuse", "accept"):
        answer = client.post(url, {verb: value.format(key=segment.key)})
        assert answer.status_code in (200, 422)
    assert not SegmentDecision.objects.exists()


@pytest.mark.django_db
def test_reopened_segment_keeps_what_was_typed_since(client, desk):
    page, url = desk
    segment = segment_of(page)
    client.post(url, {"decide": segment.key})
    answer = client.post(url, {f"text-{segment.key}": "Encore mieux.", "reopen": segment.key})
    assert box(answer, segment) == "Encore mieux."
    assert not segment_of(page).is_decided


@pytest.mark.django_db
def test_source_that_changed_shows_both_texts_and_their_difference(portal, client, desk):
    page, url = desk
    factories.publish_variant(portal, page)
    factories.publish(page, introduction="Les trois villes ont comparé leurs réseaux de chaleur.")
    segment = segment_of(page, "Les trois villes ont comparé leurs réseaux de chaleur.")
    shown = article(client.get(url), segment)
    assert "À revoir" in shown.h2.text
    assert [node.text for node in shown.find_all("del")] == ["deux"]
    assert [node.text for node in shown.find_all("ins")] == ["trois", "trois"]
    assert "Les deux villes ont comparé leurs réseaux de chaleur. variante d’avant, inchangée" in shown.text


@pytest.mark.django_db
def test_screen_takes_the_same_queries_whatever_the_number_of_segments(portal, client, desk):
    long = factories.news_page(
        portal,
        portal.thetford,
        slug="longue",
        body=factories.stream(("text", "".join(f"<p>{SENTENCE} ({number})</p>" for number in range(40)))),
    )
    long_url = reverse("variant_review:review", args=[factories.variant_of(long).pk])
    counts = []
    for url in (desk[1], long_url, desk[1], long_url):
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    assert counts[2] == counts[3] <= 40


@pytest.mark.django_db
def test_preview_shows_what_was_decided__and_marks_what_was_not(client, desk):
    page, url = desk
    segment = segment_of(page)
    client.post(url, {f"text-{segment.key}": "Des mots choisis.", "decide": segment.key})
    shown = client.get(reverse("variant_review:preview", args=[factories.variant_of(page).pk]))
    marked = [node.text for node in BeautifulSoup(shown.text, "html.parser").find_all("mark")]
    assert "Des mots choisis." in shown.text
    assert "Des mots choisis." not in marked
    assert "Deux jours" in marked
    assert not any(0xE000 <= ord(character) <= 0xF8FF for character in shown.text)
    assert not factories.variant_of(page).live


@pytest.mark.django_db
def test_both_variants_stand_side_by_side(client, desk):
    page, _ = desk
    variant = factories.variant_of(page)
    answer = client.get(reverse("variant_review:comparison", args=[variant.pk]))
    frames = [frame["src"] for frame in BeautifulSoup(answer.text, "html.parser").find_all("iframe")]
    assert frames == [page.url, reverse("variant_review:preview", args=[variant.pk])]
    assert all(client.get(frame).headers["X-Frame-Options"] == "SAMEORIGIN" for frame in frames)


@pytest.mark.django_db
def test_person_without_a_city_sees_no_variant(client, desk, django_user_model):
    stranger = django_user_model.objects.create_user("etranger", password=factories.PASSWORD)
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)
    pk = desk[1].rstrip("/").rpartition("/")[2]
    for name in ("review", "preview", "comparison"):
        answer = client.get(reverse(f"variant_review:{name}", args=[pk]))
        assert answer.status_code in (302, 403)
        assert SENTENCE[:20] not in answer.text


@pytest.mark.parametrize("source, target", [("fr-CA", "fr-FR"), ("fr-FR", "fr-CA")])
def test_each_change_goes_out_and_comes_back(source, target):
    text = f"Le souper de la fin de semaine, à 18:00; un courriel{NNBSP}! <b>Le week-end</b> au 418 335-2981?"
    adaptation = adapt(text, source, target)
    for proposal in adaptation.proposals:
        if proposal.replacement is None:
            continue
        place = place_changes(text, adaptation.proposals, adaptation.text)[proposal]
        switched = switch_changes(adaptation.text, [place])
        back = place_changes(text, adaptation.proposals, switched)[proposal]
        assert back.is_written is not place.is_written
        assert switch_changes(switched, [back]) == adaptation.text


def test_same_space_at_several_places_is_told_once():
    text = "Oui! Non! Quoi?"
    segment = Segment("k", "p", "p", text, text, None, proposals=adapt(text, "fr-CA", "fr-FR").proposals)
    (change,) = explain_changes(segment, place_changes(text, segment.proposals, text))
    assert len(change.places) == 3
    assert (change.spaced, change.spacing) == ("! ?", "espace fine insécable")


@pytest.mark.django_db
def test_second_reviewer_gets_both_texts__and_loses_none(portal, client, desk):
    page, url = desk
    key = segment_of(page).key
    first, second = "Le texte de la première.", "Le texte de la seconde."
    client.post(url, {f"seen-{key}": "0", f"text-{key}": first, "decide": key})
    answer = client.post(url, {f"seen-{key}": "0", f"text-{key}": second, "decide": key})
    assert answer.status_code == 422
    assert first in article(answer, segment_of(page)).find(id=f"e-{key}").text
    assert box(answer, segment_of(page)) == second
    assert segment_of(page).text == first
    seen = BeautifulSoup(answer.text, "html.parser").find(attrs={"name": f"seen-{key}"})["value"]
    client.post(url, {f"seen-{key}": seen, f"text-{key}": second, "decide": key})
    assert segment_of(page).text == second


def test_undecided_text_is_marked_on_both_sides_of_a_note__which_is_none_of_it():
    note = '<span class="note"><button><span>Que veut dire « aréna »</span></button><span class="note__text">Un lieu.'
    html = f"<p>{OPENING}De l’aréna{note}</span></span> voisin{CLOSING}.</p><p>Suite</p>"
    marked = [mark.text for mark in BeautifulSoup(show_marks(html), "html.parser").find_all("mark")]
    assert marked == ["De l’aréna", " voisin"]


def test_history_of_a_paragraph_is_its_own__and_follows_its_words(portal):
    old = ["La visite des haldes a duré deux jours.", "Le souper a réuni les deux villes."]
    paragraphs = factories.stream(("text", "".join(f"<p>{text}</p>" for text in old)))
    page = factories.news_page(portal, portal.thetford, body=paragraphs)
    factories.publish_variant(portal, page)
    new = ["La visite des haldes a duré trois jours.", old[1]]
    factories.publish(page, body=factories.stream(("text", "".join(f"<p>{text}</p>" for text in new))))
    history = {
        segment.source_text: [decision.source_text for decision in segment.history]
        for segment in load_segments(prepare_variant(page))
    }
    assert history[new[0]] == [old[0]]
    assert history[new[1]] == [old[1]]


def test_mark_across_a_tag_stays_well_formed():
    text = 'Un <b>grand jour</b> <a id="a1">ici</a>'
    assert mark_pieces(cut(text, [(6, 11, "insert")])) == ("Un <b><ins>grand</ins> jour</b> <u>ici</u>")
    assert mark_pieces(cut(text, [(0, 29, "insert")])).count("<ins>") == 3


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '<b onclick="x">a</b>', "<img src=x onerror=y>", "\ue000"]
)
def test_hostile_text_is_shown_as_text__whatever_is_marked(hostile):
    for kind in ("equal", "insert", "delete", "point"):
        shown = mark_pieces([Piece("equal", "a "), Piece(kind, hostile)])
        assert not BeautifulSoup(shown, "html.parser").find(["script", "img"])
        assert "onclick=" not in str(BeautifulSoup(shown, "html.parser").find("b") or "")
        assert not SIGN.search(shown)
