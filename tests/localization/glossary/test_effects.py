"""What an approved entry does to variants: to those prepared from now on, and to segments still open."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from portal.localization.decisions import DecideSegmentsAction
from portal.localization.models import GlossaryEntry, SegmentDecision
from portal.localization.preparation import prepare_variant
from portal.localization.reproposing import repropose_open_segments
from portal.localization.segments import load_segments
from portal.variants import Variant
from tests import factories
from tests.localization.glossary.entries import decide, propose

pytestmark = pytest.mark.django_db
QUEBEC, FRANCE = Variant.FR_CA, Variant.FR_FR


def page_about_a_notebook(portal, **fields):
    values = {
        "title": "Chaque membre reçoit son carnet de visite",
        "introduction": "Un carnet de visite neuf attend chacun.",
        "body": factories.stream(
            ("text", "<p>On y note ce que l’on voit. Deux carnets de visite suffisent.</p>"),
            ("quote", {"text": "Un carnet de visite ne ment pas", "speaker": "Camille Exemple", "office": ""}),
        ),
        **fields,
    }
    return factories.news_page(portal, portal.thetford, **values)


def texts(page):
    return [segment.text for segment in load_segments(prepare_variant(page))]


def test_approved_entry_is_in_the_next_proposals__but_not_in_a_quotation(portal):
    decide(portal, propose(portal), FRANCE)
    found = texts(page_about_a_notebook(portal))
    assert "Chaque membre reçoit son livret de visite" in found
    assert "On y note ce que l’on voit. Deux livrets de visite suffisent." in found
    assert "Un carnet de visite ne ment pas" in found


@pytest.mark.parametrize("state", ["proposed", "refused"])
def test_entry_that_is_not_approved_changes_no_proposal(portal, state):
    entry = propose(portal)
    if state == "refused":
        decide(portal, entry, FRANCE, state="refused")
    found = texts(page_about_a_notebook(portal))
    assert not any("livret" in text for text in found)


def test_approval_for_one_direction_leaves_the_other(portal):
    decide(portal, propose(portal), QUEBEC)
    assert not any("livret" in text for text in texts(page_about_a_notebook(portal)))


def test_approval_renews_open_segments__and_leaves_decided_ones_alone(portal):
    page = page_about_a_notebook(portal)
    translation = prepare_variant(page)
    reviewer = portal.people["pau-revision"]
    title, *others = load_segments(translation)
    DecideSegmentsAction(translation, translation.get_target_instance(), [(title, title.text)], reviewer).execute()
    decided = list(SegmentDecision.objects.values())
    decide(portal, propose(portal), FRANCE)
    after = load_segments(translation)
    assert after[0].text == "Chaque membre reçoit son carnet de visite"
    assert "Un livret de visite neuf attend chacun." in [segment.text for segment in after]
    assert len(after) == len(others) + 1
    assert list(SegmentDecision.objects.values()) == decided


def test_text_that_was_published_stays__after_its_segment_is_reopened_or_not(portal):
    page = page_about_a_notebook(portal)
    variant = factories.publish_variant(portal, page)
    stored = set(StringTranslation.objects.values_list("pk", "data"))
    decide(portal, propose(portal), FRANCE)
    assert set(StringTranslation.objects.values_list("pk", "data")) == stored
    variant.refresh_from_db()
    assert variant.title == "Chaque membre reçoit son carnet de visite"


def test_entry_that_loses_its_approval_loses_its_effect(portal, client):
    page = page_about_a_notebook(portal)
    prepare_variant(page)
    entry = decide(portal, propose(portal), FRANCE)
    assert any("livret" in text for text in texts(page))
    decide(portal, entry, FRANCE, state="refused")
    assert not any("livret" in text for text in texts(page))


def test_rewording_an_approved_entry_takes_its_effect_back(portal, client):
    page = page_about_a_notebook(portal)
    prepare_variant(page)
    entry = decide(portal, propose(portal), FRANCE)
    client.force_login(portal.people["pau-redaction"])
    names = [*GlossaryEntry.SHARED_FIELDS, *GlossaryEntry.POLICY_FIELDS]
    data = {**{name: getattr(entry, name) for name in names}, "seen": entry.version, "term_fr": "carnet de voyage"}
    with factories.background_tasks():
        client.post(reverse("glossary:edit", args=[entry.pk]), data)
    assert GlossaryEntry.objects.get().term_fr == "carnet de voyage"
    assert not any("livret" in text or "voyage" in text for text in texts(page))


def test_glossary_wins_over_the_lexicon(portal):
    page = factories.news_page(portal, portal.thetford, title="Une belle fin de semaine")
    assert "Un beau week-end" in texts(page)
    decide(portal, propose(portal, term_ca="fin de semaine", gender_ca="f", term_fr="", policy_to_quebec="",
                           policy_to_france="keep"), FRANCE)  # fmt: skip
    assert "Une belle fin de semaine" in texts(page)


def test_renewal_is_idempotent__and_costs_the_same_for_many_pages(portal):
    pages = [page_about_a_notebook(portal, slug=f"carnet-{number}") for number in range(6)]
    for page in pages:
        prepare_variant(page)
    decide(portal, propose(portal), FRANCE)
    assert repropose_open_segments(FRANCE) == 0
    GlossaryEntry.objects.update(state_to_france="proposed")
    with CaptureQueriesContext(connection) as queries:
        assert repropose_open_segments(FRANCE) >= 12
    assert len(queries) <= 12, [query["sql"][:90] for query in queries]


def test_explanation_names_the_glossary_and_its_source(portal, client):
    page = page_about_a_notebook(portal)
    entry = propose(portal)
    client.force_login(portal.people["pau-revision"])
    response = client.post(reverse("glossary:trial", args=[entry.pk]), {"text": "Le carnet de visite est prêt."})
    shown = response.content.decode()
    assert "Le livret de visite est prêt." in shown
    assert "Guide des délégations" in shown
    assert not GlossaryEntry.objects.get().is_approved(FRANCE)
    assert not any("livret" in text for text in texts(page))


def test_trial_refuses_a_text_without_measure(portal, client):
    entry = propose(portal)
    client.force_login(portal.people["pau-revision"])
    response = client.post(reverse("glossary:trial", args=[entry.pk]), {"text": "a" * 5001})
    assert "5000" in response.content.decode().replace("\u202f", "").replace("\xa0", "")


def test_entry_shows_where_its_terms_stand__in_few_queries(portal, client):
    for number in range(4):
        page_about_a_notebook(portal, slug=f"carnet-{number}", title=f"Le carnet de visite {number}")
    entry = propose(portal)
    client.force_login(portal.people["pau-revision"])
    client.get(reverse("glossary:inspect", args=[entry.pk]))
    with CaptureQueriesContext(connection) as queries:
        shown = client.get(reverse("glossary:inspect", args=[entry.pk])).content.decode()
    assert "Le carnet de visite 3" in shown
    assert len(queries) <= 25


def test_hostile_terms_come_out_as_text(portal, client):
    entry = propose(portal, definition="<script>alert(1)</script>", note="<img src=x onerror=alert(1)>")
    client.force_login(portal.people["pau-revision"])
    shown = client.get(reverse("glossary:inspect", args=[entry.pk])).content.decode()
    assert "<script>alert(1)" not in shown
    assert "<img src=x" not in shown


def test_decision_by_a_stranger_leaves_proposals_alone(portal):
    page = page_about_a_notebook(portal)
    with pytest.raises(PermissionDenied):
        decide_as(portal, propose(portal), "thetford-mines-revision")
    assert not any("livret" in text for text in texts(page))


def decide_as(portal, entry, person):
    from portal.localization.glossary.decisions import DecideEntryAction

    DecideEntryAction(entry, FRANCE, "approved", portal.people[person]).execute()
