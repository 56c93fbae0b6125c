"""« À faire pour ma ville »: what each person finds on the home of the admin, and what they don't."""

from __future__ import annotations

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, TaskState

from news.models import DelegationCommitment
from portal.coediting.todo.panel import TodoPanel
from tests import factories
from tests.coediting.notifications import acts
from tests.coediting.todo.crowd import EACH, crowd

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


@pytest.fixture
def home(portal, client):
    """The sections that a person finds, by heading: the titles and the links of their items."""

    def home(name):
        client.force_login(portal.people[name])
        answer = client.get(reverse("wagtailadmin_home"))
        assert answer.status_code == 200
        page = BeautifulSoup(answer.content, "html.parser")
        return {
            " ".join(section.h3.text.split()): [
                (" ".join(link.text.split()), link["href"]) for link in section.select(".todo__page")
            ]
            for section in page.select(".todo__section")
        }

    return home


@pytest.fixture
def draft(portal):
    page = factories.news_page(portal, portal.pau, publish=False)
    return acts.written_by(page, portal.people["pau-redaction"])


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_page_waits_for_the_key_of_its_approver__and_of_nobody_else(portal, home, draft):
    acts.submit(draft, portal.people["pau-redaction"])
    expected = [(f"{draft.title}, Lire et répondre", reverse("coediting:key", args=[draft.pk]))]
    assert home("pau-approbation")["Attend ma clé (1)"] == expected
    assert home("thetford-mines-approbation")["Attend ma clé (0)"] == []
    for name in ("pau-redaction", "pau-revision", "administration"):
        assert not [heading for heading in home(name) if heading.startswith("Attend ma clé")]


def test_own_text_does_not_wait_for_ones_own_key(portal, home, draft):
    page = acts.written_by(draft, portal.people["pau-approbation"], title="Un autre titre")
    acts.submit(page, portal.people["pau-redaction"])
    assert home("pau-approbation")["Attend ma clé (0)"] == []


def test_page_still_waits_for_the_key_of_who_only_commented_on_it(portal, home, draft):
    acts.submit(draft, portal.people["pau-redaction"])
    approver = portal.people["pau-approbation"]
    page = type(draft).objects.get(pk=draft.pk)
    Comment.objects.create(page=page, user=approver, text="Quelle date ?", contentpath="introduction")
    factories.edit(page, approver)
    assert len(home("pau-approbation")["Attend ma clé (1)"]) == 1
    factories.edit(page, approver, introduction="Un mot de plus.")
    assert home("pau-approbation")["Attend ma clé (0)"] == []
    factories.edit(page, portal.people["pau-redaction"], introduction="Et un autre par-dessus.")
    assert home("pau-approbation")["Attend ma clé (0)"] == []


def test_page_does_not_wait_for_the_key_of_who_created_it__though_others_wrote_it(portal, home):
    approver = portal.people["pau-approbation"]
    page = factories.news_page(portal, portal.pau, publish=False, owner=approver)
    acts.submit(acts.written_by(page, portal.people["pau-redaction"]), portal.people["pau-redaction"])
    assert home("pau-approbation")["Attend ma clé (0)"] == []


def test_author_sees_what_was_submitted__and_what_came_back(portal, home, draft):
    step = acts.submit(draft, portal.people["pau-redaction"])
    assert home("pau-redaction")["J’ai soumis, une ville doit répondre (1)"]
    acts.refuse(step, portal.people["pau-approbation"], "Trop long.")
    sections = home("pau-redaction")
    assert sections["M’est renvoyé (1)"] == [(f"{draft.title}, Reprendre le texte", edit_address(draft))]
    assert sections["J’ai soumis, une ville doit répondre (0)"] == []
    assert home("pau-approbation")["M’est renvoyé (0)"] == []


def test_reviewer_sees_the_variants_of_their_city_alone(portal, home):
    page = factories.news_page(portal, portal.pau)
    address = reverse("variant_review:review", args=[factories.variant_of(page).pk])
    assert home("thetford-mines-revision")["Variantes à relire (1)"] == [(f"{page.title}, Relire", address)]
    assert home("pau-revision")["Variantes à relire (0)"] == []
    factories.publish_variant(portal, page)
    factories.publish(page, introduction="Les deux villes se reverront.")
    sections = home("thetford-mines-revision")
    assert sections["L’origine a changé depuis (1)"] == [(f"{page.title}, Relire", address)]
    assert sections["Variantes à relire (0)"] == []


def test_reviewer_sees_no_draft(portal, home, draft):
    draft.go_live_at = timezone.now() + dt.timedelta(days=2)
    draft.save_revision(user=portal.people["pau-redaction"]).publish()
    assert set(home("pau-revision")) == {"Variantes à relire (0)", "L’origine a changé depuis (0)"}


def test_page_that_appears_this_week_is_listed__and_a_later_one_is_not(portal, home, draft):
    later = factories.news_page(portal, portal.pau, publish=False, slug="plus-tard")
    for page, days in ((draft, 2), (later, 9)):
        page.go_live_at = timezone.now() + dt.timedelta(days=days)
        page.save_revision().publish()
    assert home("thetford-mines-redaction")["Paraît cette semaine (1)"] == [
        (f"{draft.title}, Voir la page", edit_address(draft))
    ]


def test_late_commitment_is_the_affair_of_the_city_that_owes_it(portal, home):
    mission = factories.delegation_page(portal, portal.thetford)
    rows = [
        ("Envoyer le compte rendu", dt.date(2022, 10, 1), "planned"),
        ("Déjà tenu", dt.date(2022, 10, 1), "kept"),
        ("Encore du temps", timezone.localdate() + dt.timedelta(days=30), "under_way"),
    ]
    for description, due_on, state in rows:
        DelegationCommitment.objects.create(
            page=mission, locale=mission.locale, owner=portal.pau, description=description, due_on=due_on, state=state
        )
    assert home("pau-redaction")["Engagements en retard (1)"] == [
        (f"{mission.title}, Mettre l’engagement à jour", edit_address(mission))
    ]
    assert home("thetford-mines-redaction")["Engagements en retard (0)"] == []
    assert "Engagements en retard (1)" in home("administration")


def test_wagtails_own_panels_leave_their_place(portal, client, draft):
    acts.submit(draft, portal.people["pau-redaction"])
    client.force_login(portal.people["pau-approbation"])
    names = {panel.name for panel in client.get(reverse("wagtailadmin_home")).context["panels"]}
    assert "todo" in names
    assert not names & {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation"}


def test_nothing_to_do_is_said_kindly(portal, client):
    client.force_login(portal.people["pau-redaction"])
    assert "Merci, tout est à jour pour votre ville." in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.fixture
def busy(portal):
    """A person who does everything for Pau, with a thousand things to do."""
    person = portal.people["pau-approbation"]
    person.groups.add(portal.pau.editors, portal.pau.reviewers)
    crowd(portal, person)
    return type(person).objects.get(pk=person.pk)


def _comment(state, user):
    """As if a person had left a comment, and the author had saved the text again after it."""
    revision, author = state.revision, state.revision.user
    for saver in (user, author):
        revision.pk, revision.user = None, saver
        revision.save()
    TaskState.objects.filter(pk=state.pk).update(revision=revision)


def test_thousand_open_items_cost_few_queries__and_each_is_counted(busy):
    _comment(TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).first(), busy)
    with CaptureQueriesContext(connection) as queries:
        html = TodoPanel(busy).render_html({})
    assert len(queries) <= MOST_QUERIES, [query["sql"][:120] for query in queries]
    page = BeautifulSoup(html, "html.parser")
    counts = [int(count.text.strip("()")) for count in page.select(".todo__count")]
    assert sum(counts) == 5 * EACH
    assert len(page.select(".todo__item")) == 5 * 5
    assert len(page.select(".todo__all")) == 5


def test_whole_section_is_read_page_by_page(busy, client):
    client.force_login(busy)
    address = reverse("todo_section", args=["cles"])
    titles = set()
    for number in range(1, 5):
        answer = client.get(address, {"p": number})
        titles |= {link.text for link in BeautifulSoup(answer.content, "html.parser").select(".todo__page")}
    assert len(titles) == EACH


@pytest.mark.parametrize("key", ["cles", "variantes", "inconnue"])
def test_section_that_does_not_concern_the_reader_is_not_found(portal, client, key):
    client.force_login(portal.people["pau-redaction"])
    assert client.get(reverse("todo_section", args=[key])).status_code == 404
