"""Notes between colleagues of both cities, and who has a variant open just now."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession

from portal.localization.desk.presence import PRESENT_FOR, note_presence
from portal.localization.models import SegmentNote
from portal.localization.notes import ELSEWHERE, ResolveNotesAction, WriteNoteAction, notes_by_segment
from portal.localization.preparation import prepare_variant
from portal.localization.segments import load_segments
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(portal):
    body = factories.stream(("text", "<p>La visite a duré deux jours.</p><p>Tout le monde était là.</p>"))
    return factories.news_page(portal, portal.thetford, body=body)


def segments_of(page):
    return load_segments(prepare_variant(page))


def write(page, author, text="À vérifier.", action=WriteNoteAction, place=0):
    variant, segment = factories.variant_of(page), segments_of(page)[place]
    return action(prepare_variant(page), variant, segment, text, author).execute()


@pytest.mark.parametrize("person", ["thetford-mines-redaction", "pau-approbation", "thetford-mines-revision"])
def test_whoever_sees_the_page_writes_a_note__and_everybody_reads_it(portal, client, page, person):
    url = reverse("variant_review:review", args=[factories.variant_of(page).pk])
    key = segments_of(page)[0].key
    client.force_login(portal.people[person])
    client.post(url, {"note": key, f"note-{key}": "Le <b>titre</b> plaît-il à Pau ?"})
    note = SegmentNote.objects.get()
    assert note.author == portal.people[person]
    client.force_login(portal.people["pau-revision"])
    shown = client.get(url).text
    assert "Le &lt;b&gt;titre&lt;/b&gt; plaît-il" in shown
    assert "Note (1)" in shown
    assert "1 note à régler" in shown


def test_settled_thread_stays_readable__and_a_new_note_opens_it_again(portal, client, page):
    url = reverse("variant_review:review", args=[factories.variant_of(page).pk])
    write(page, portal.people["pau-redaction"])
    key = segments_of(page)[0].key
    client.force_login(portal.people["thetford-mines-redaction"])
    client.post(url, {"resolve": key})
    assert [note.kind for note in SegmentNote.objects.all()] == ["remark", "resolution"]
    shown = client.get(url).text
    assert "À vérifier." in shown
    assert "à régler" not in shown
    write(page, portal.people["pau-redaction"], "Encore un doute.")
    assert "1 note à régler" in client.get(url).text


@pytest.mark.parametrize(("text", "message"), [("", "vide"), (" \n\x00 ", "vide"), ("x" * 2001, "2000 au plus")])
def test_empty_or_endless_note_is_refused(portal, page, text, message):
    with pytest.raises(ValidationError, match=message):
        write(page, portal.people["pau-redaction"], text)


def test_refused_note_comes_back_into_its_box(portal, client, page):
    key = segments_of(page)[0].key
    client.force_login(portal.people["pau-redaction"])
    answer = client.post(
        reverse("variant_review:review", args=[factories.variant_of(page).pk]),
        {"note": key, f"note-{key}": "x" * 2001},
    )
    assert answer.status_code == 422
    assert "x" * 2001 in answer.text


def test_stranger_writes_none_and_settles_none(portal, page, django_user_model):
    stranger = django_user_model.objects.create_user("etranger", password=factories.PASSWORD)
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for action in (WriteNoteAction, ResolveNotesAction):
        with pytest.raises(PermissionDenied):
            write(page, stranger, action=action)


def test_note_follows_its_passage__when_the_source_changes_or_loses_it(portal, page):
    write(page, portal.people["pau-redaction"], place=2)
    body = factories.stream(("text", "<p>Tout le monde était là.</p><p>La visite a duré trois jours.</p>"))
    factories.publish(page, body=body)
    found = notes_by_segment(SegmentNote.objects.all(), segments_of(page))
    changed = next(segment for segment in segments_of(page) if "trois" in segment.source_text)
    assert len(found[changed.key]) == 1
    factories.publish(page, body=factories.stream(("quote", {"text": "Oui.", "speaker": "A", "office": ""})))
    assert len(notes_by_segment(SegmentNote.objects.all(), segments_of(page))) == 1
    assert all(note for note in notes_by_segment(SegmentNote.objects.all(), segments_of(page)).values())


def test_notes_of_a_place_that_is_gone_stay_readable(portal, page):
    write(page, portal.people["pau-redaction"], place=2)
    found = notes_by_segment(SegmentNote.objects.all(), segments_of(page)[:1])
    assert [note.text for note in found[ELSEWHERE]] == ["À vérifier."]


def test_two_readers_see_each_other__as_long_as_they_are_there(portal, page):
    variant = factories.variant_of(page)
    one, other = portal.people["pau-revision"], portal.people["pau-redaction"]
    assert note_presence(one, variant) == []
    assert [session.user for session in note_presence(other, variant)] == [one]
    assert [session.user for session in note_presence(one, variant)] == [other]
    EditingSession.objects.filter(user=other).update(
        last_seen_at=timezone.now() - PRESENT_FOR - dt.timedelta(seconds=1)
    )
    assert note_presence(one, variant) == []


def test_opening_the_page_counts__and_the_script_hears_of_decisions(portal, client, page):
    variant = factories.variant_of(page)
    review, presence = (reverse(f"variant_review:{name}", args=[variant.pk]) for name in ("review", "presence"))
    client.force_login(portal.people["pau-redaction"])
    client.get(review)
    client.force_login(portal.people["pau-revision"])
    assert "pau-redaction" in client.get(review).text
    key = segments_of(page)[0].key
    client.post(review, {"decide": key})
    client.force_login(portal.people["pau-redaction"])
    told = client.post(presence, {"latest": "0"}).text
    assert "a aussi cette variante sous les yeux" in told
    assert "a validé des segments" in told
    assert client.get(presence).status_code == 405
    assert "a validé" not in client.post(presence, {"latest": "x"}).text
