"""What an e-mail says: in text and in HTML, in the reader's variant, with the difference and a link that works."""

from __future__ import annotations

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.users.models import UserProfile

from portal.coediting.notifications.changes import MAX_CHANGES, MAX_PIECE, bounded
from portal.coediting.notifications.composition import compose
from portal.coediting.notifications.models import Kind, Notification
from portal.coediting.notifications.readers import locale_of
from tests import factories
from tests.coediting.notifications import acts

pytestmark = pytest.mark.django_db

PATH = {
    Kind.SUBMITTED: "/admin/pages/",
    Kind.KEY_GIVEN: "/admin/pages/",
    Kind.REFUSED: "/admin/pages/",
    Kind.PUBLISHED: "/fr-",
    Kind.VARIANT_TO_REVIEW: "/admin/variantes/",
    Kind.VARIANT_LATE: "/admin/variantes/",
    Kind.MENTIONED: "/admin/pages/",
}


@pytest.fixture
def page(portal):
    """A page that was published, and written again by an editor of Pau."""
    page = factories.news_page(portal, portal.pau)
    mail.outbox.clear()
    return acts.written_by(
        page, portal.people["pau-redaction"], introduction="Les deux villes ont comparé leurs écoles."
    )


def html_of(message):
    (content, kind) = message.alternatives[0]
    assert kind == "text/html"
    html5lib.HTMLParser(strict=True).parse(content.strip())
    return BeautifulSoup(content, "html.parser")


def one_of(kind, portal, page):
    """An e-mail of a kind, sent by the portal's own compose on a row like those that the acts write."""
    is_variant = kind.name.startswith("VARIANT")
    about = factories.variant_of(page) if is_variant else page
    row = Notification.objects.create(
        recipient=portal.people["thetford-mines-revision" if is_variant else "thetford-mines-approbation"],
        kind=kind,
        page=about,
        revision=page.latest_revision,
        former_revision=page.live_revision,
        actor=portal.people["pau-redaction"],
        city=portal.thetford,
        comment="Voyez le chapô." if kind in (Kind.REFUSED, Kind.MENTIONED) else "",
    )
    return compose([row])


@pytest.mark.parametrize("kind", Kind)
def test_each_email_says_the_same_in_text_and_html(portal, page, kind):
    message = one_of(kind, portal, page)
    html = html_of(message)
    assert page.title in message.subject
    link = html.select_one("h1 ~ p > a")["href"]
    assert link.startswith(f"http://testserver{PATH[kind]}")
    assert link in message.body
    assert html.h1.text == message.subject
    assert message.subject in message.body
    assert html.html["lang"] == message.extra_headers["Content-Language"] == "fr-CA"
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert message.extra_headers["List-Id"] == "<avis.testserver>"
    assert "#tab-notifications" in message.body
    assert not html.find_all(["img", "script", "link"])


@pytest.mark.parametrize("kind", [Kind.REFUSED, Kind.MENTIONED])
def test_comment_is_in_the_email(portal, page, kind):
    message = one_of(kind, portal, page)
    assert "Voyez le chapô." in message.body
    assert html_of(message).blockquote.text.strip() == "Voyez le chapô."


def test_submission_shows_the_words_that_came_and_went__and_no_other_passage(portal, page):
    acts.submit(page, portal.people["pau-redaction"])
    (message,) = mail.outbox
    assert "[ajouté\u00a0: écoles.]" in message.body
    assert "[retiré\u00a0: réseaux de chaleur.]" in message.body
    html = html_of(message)
    assert [mark.text for mark in html.find_all("ins")] == ["écoles."]
    assert [mark.text for mark in html.find_all("del")] == ["réseaux de chaleur."]
    assert html.h2.text == "Chapô"
    assert "deux jours" not in message.body


def test_first_publication_shows_the_whole_text_as_new(portal):
    page = factories.news_page(portal, portal.pau, publish=False)
    acts.submit(acts.written_by(page, portal.people["pau-redaction"]), portal.people["pau-redaction"])
    marks = [mark.text for mark in html_of(mail.outbox[0]).find_all("ins")]
    assert any("La rencontre a duré deux jours." in text for text in marks)


def test_late_variant_shows_what_changed_at_its_source(portal):
    page = factories.news_page(portal, portal.pau)
    factories.publish_variant(portal, page)
    mail.outbox.clear()
    factories.publish(page, introduction="Les deux villes ont comparé leurs écoles.")
    (message,) = (message for message in mail.outbox if "en retard" in message.subject)
    assert "[ajouté\u00a0: écoles.]" in message.body
    assert "[retiré\u00a0: réseaux de chaleur.]" in message.body


def test_long_text_is_bounded():
    changes = bounded([("Texte", "", "mot " * 5_000)] * (MAX_CHANGES + 3))
    assert len(changes.shown) == MAX_CHANGES
    assert changes.others == 3
    assert all(len(piece.text) <= MAX_PIECE + 10 for change in changes.shown for piece in change.pieces)


def test_hostile_title_and_comment_are_text__and_never_a_header(portal):
    title = "Fête\r\nBcc: tout@example.org <script>alert(1)</script>\u2028fin\u202egpj"
    page = factories.news_page(portal, portal.pau, publish=False)
    page = acts.written_by(page, portal.people["pau-redaction"], title=title)
    step = acts.submit(page, portal.people["pau-redaction"])
    acts.refuse(step, portal.people["pau-approbation"], "<img src=x onerror=alert(1)>\r\nBcc: x@example.org")
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        assert not set("\r\n\u2028\u202e") & set(message.subject)
        assert "Bcc" not in message.message()
        assert message.recipients() == message.to
        html = html_of(message)
        assert not html.find_all(["script", "img"])
    assert "onerror" in html_of(mail.outbox[1]).blockquote.text


def test_subject_is_not_endless(portal):
    page = factories.news_page(portal, portal.pau, publish=False, title="Mot " * 60)
    acts.submit(acts.written_by(page, portal.people["pau-redaction"]), portal.people["pau-redaction"])
    assert len(mail.outbox[0].subject) <= 150


def test_reader_of_a_published_page_who_may_not_edit_it_sees_no_draft(portal, page):
    acts.written_by(page, portal.people["pau-redaction"], title="Titre secret", introduction="Encore secret")
    page.refresh_from_db()
    row = Notification.objects.create(
        recipient=portal.people["pau-revision"], kind=Kind.PUBLISHED, page=page, revision=page.latest_revision
    )
    message = compose([row])
    assert page.title in message.subject
    assert "secret" not in message.message().as_string() + message.body
    assert not html_of(message).find_all(["ins", "del"])


@pytest.mark.parametrize("slug", ["thetford-mines", "pau"])
def test_reader_is_written_to_in_the_variant_of_their_city(portal, slug):
    person = portal.people[f"{slug}-redaction"]
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = "fr-fr" if slug == "thetford-mines" else "fr-ca"
    profile.save()
    assert locale_of(person).city_slug == slug


def test_reader_of_both_cities_or_of_none_is_written_to_as_they_prefer(portal):
    for person in (portal.people["administration"], portal.people["pau-redaction"]):
        person.groups.add(*Group.objects.filter(edits_for__isnull=False))
        profile = UserProfile.get_for_user(person)
        profile.preferred_language = "fr-fr"
        profile.save()
        assert locale_of(person).code == "fr-fr"
