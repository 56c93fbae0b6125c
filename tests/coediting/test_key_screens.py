"""The screens of the keys, as those who read them use them."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.models import NewsPage
from portal.coediting import policies
from portal.coediting.approval.standing import standing_of
from portal.twinning.audit import revision_digest
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(portal):
    return factories.submitted_page(portal, portal.thetford)


def fresh(page):
    return NewsPage.objects.get(pk=page.pk)


def send(client, user, page, **data):
    client.force_login(user)
    digest = revision_digest(fresh(page).latest_revision)
    with factories.background_tasks():
        return client.post(reverse("coediting:key", args=[page.pk]), {"digest": digest, "comment": "", **data})


def test_screen_shows_the_waiting_text__and_publishes_with_the_last_key(portal, client, submitted):
    for slug in ("thetford-mines", "pau"):
        person = portal.people[f"{slug}-approbation"]
        client.force_login(person)
        shown = client.get(reverse("coediting:key", args=[submitted.pk]))
        assert f"/revisions/{submitted.latest_revision_id}/view/" in shown.text
        assert "Donner la clé de" in shown.text
        assert send(client, person, submitted, answer="approve").status_code == 302
    assert fresh(submitted).live


def test_change_of_a_public_page_is_told_word_by_word(portal, client):
    page = factories.news_page(portal, portal.thetford)
    author = portal.people["thetford-mines-redaction"]
    page = factories.edit(page, author, introduction="Les deux villes ont visité leurs réseaux de chaleur.")
    page.get_workflow().start(page, author)
    client.force_login(portal.people["pau-approbation"])
    shown = client.get(reverse("coediting:key", args=[page.pk])).text
    assert '<span class="deletion">comparé</span><span class="addition">visité</span>' in shown
    assert "<dt>Texte</dt>" not in shown


def test_refusal_without_a_comment_is_sent_back_to_its_form(portal, client, submitted):
    answer = send(client, portal.people["thetford-mines-approbation"], submitted, answer="reject")
    assert answer.status_code == 422
    assert "Dites ce qui est à reprendre" in answer.text
    assert standing_of(fresh(submitted)).awaited


def test_key_to_an_older_text_is_refused__its_comment_kept(portal, client, submitted):
    older = revision_digest(submitted.latest_revision)
    factories.edit(submitted, portal.people["pau-redaction"], introduction="Arrivé entre-temps.")
    person = portal.people["thetford-mines-approbation"]
    answer = send(client, person, submitted, answer="approve", digest=older, comment="Très bien.")
    assert answer.status_code == 409
    assert policies.CHANGED_SINCE in answer.text
    assert "Très bien." in answer.text
    assert not fresh(submitted).live


@pytest.mark.parametrize("person", ["thetford-mines-redaction", "pau-approbation"])
def test_reader_without_the_key_is_told_so__and_gives_none(portal, client, submitted, person):
    client.force_login(portal.people[person])
    shown = client.get(reverse("coediting:key", args=[submitted.pk])).text
    assert "Donner la clé de" not in shown
    assert policies.NOT_AN_APPROVER in shown
    assert send(client, portal.people[person], submitted, answer="approve").status_code == 409
    assert standing_of(fresh(submitted)).given == []


@pytest.mark.parametrize("name", ["key", "emergency"])
def test_reviewer_gets_no_screen_of_a_source(portal, client, submitted, name):
    client.force_login(portal.people["pau-revision"])
    assert client.get(reverse(f"coediting:{name}", args=[submitted.pk])).status_code in (302, 403)


def test_key_is_taken_back_from_its_screen(portal, client, submitted):
    holder = portal.people["thetford-mines-approbation"]
    key = standing_of(submitted).awaited
    send(client, holder, submitted, answer="approve")
    assert "Reprendre la clé de Thetford Mines" in client.get(reverse("coediting:key", args=[submitted.pk])).text
    client.post(reverse("coediting:withdraw_key", args=[submitted.pk, key.pk]))
    assert standing_of(fresh(submitted)).city == portal.thetford


def test_key_of_another_page_is_not_taken_back_through_this_one(portal, client, submitted):
    other = factories.submitted_page(portal, portal.thetford, slug="autre")
    key = standing_of(other).awaited
    factories.give_key(other, portal.people["thetford-mines-approbation"])
    client.force_login(portal.people["thetford-mines-approbation"])
    url = reverse("coediting:withdraw_key", args=[submitted.pk, key.pk])
    assert client.post(url).status_code == 404
    assert standing_of(fresh(other)).given


def test_emergency_needs_its_reason__and_is_flagged_in_the_editor(portal, client):
    page = factories.news_page(portal, portal.pau, publish=False)
    client.force_login(portal.people["administration"])
    url, digest = reverse("coediting:emergency", args=[page.pk]), revision_digest(page.latest_revision)
    refused = client.post(url, {"digest": digest, "reason": "Vite."})
    assert refused.status_code == 422
    assert policies.NO_REASON in refused.text
    assert not fresh(page).live
    with factories.background_tasks():
        client.post(url, {"digest": digest, "reason": "Une alerte de crue ne peut pas attendre les clés."})
    assert fresh(page).live
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert "Publiée d’urgence" in shown
    assert "Une alerte de crue" in shown


@pytest.mark.parametrize("person", ["pau-approbation", "pau-redaction", "thetford-mines-approbation"])
def test_emergency_is_closed_to_the_cities(portal, client, person):
    page = factories.news_page(portal, portal.pau, publish=False)
    client.force_login(portal.people[person])
    url = reverse("coediting:emergency", args=[page.pk])
    data = {"digest": revision_digest(page.latest_revision), "reason": "Une alerte qui ne peut pas attendre."}
    assert client.post(url, data).status_code in (302, 403)
    assert not fresh(page).live


def test_editor_says_where_the_page_stands(portal, client, submitted):
    client.force_login(portal.people["thetford-mines-approbation"])
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[submitted.pk])).text
    assert "Attend la clé de Thetford Mines, puis celle de Pau" in " ".join(shown.split())
    assert reverse("coediting:key", args=[submitted.pk]) in shown
    assert "data-workflow-action-name" not in shown


def test_forged_publication_publishes_nothing(portal, client, submitted):
    sets = ("related_delegations", "related_institutions", "comments")
    text = {
        "title": "Titre forgé",
        "slug": submitted.slug,
        "published_on": "2022-11-24",
        "body": streamfield([]),
        **{name: inline_formset([]) for name in sets},
    }
    for person in ("thetford-mines-approbation", "administration"):
        client.force_login(portal.people[person])
        url = reverse("wagtailadmin_pages:edit", args=[submitted.pk])
        loaded = fresh(submitted).latest_revision
        text["loaded_revision_id"], text["loaded_revision_created_at"] = loaded.pk, loaded.created_at.isoformat()
        client.post(url, nested_form_data({**text, "action-publish": "1"}))
        assert not fresh(submitted).live
    assert fresh(submitted).get_latest_revision_as_object().title == "Titre forgé"


def test_screens_need_few_queries__whatever_the_history(portal, client, submitted, django_assert_max_num_queries):
    for number in range(12):
        factories.edit(submitted, portal.people["pau-redaction"], introduction=f"Version {number}.")
    client.force_login(portal.people["thetford-mines-approbation"])
    with django_assert_max_num_queries(40):
        client.get(reverse("coediting:key", args=[submitted.pk]))
