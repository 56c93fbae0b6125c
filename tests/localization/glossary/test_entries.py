"""What an entry may say, what happens when it changes, what its history keeps."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.localization.glossary.decisions import CHANGED_SINCE, REASON_MISSING, DecideEntryAction
from portal.localization.models import GlossaryDecision, GlossaryEntry
from portal.variants import Variant
from tests.localization.glossary.entries import decide, propose

pytestmark = pytest.mark.django_db
QUEBEC, FRANCE = Variant.FR_CA, Variant.FR_FR


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"term_ca": "", "term_fr": " "}, "term_ca", "au moins un"),
        ({"term_ca": "x" * 121}, "term_ca", "120"),
        ({"term_ca": "<b>carnet</b>"}, "term_ca", "sans balise"),
        ({"term_ca": "car\u202enet"}, "term_ca", "invisible"),
        ({"policy_to_france": "", "policy_to_quebec": ""}, "policy_to_france", "au moins dans un sens"),
        ({"term_fr": ""}, "policy_to_france", "donnez aussi"),
        ({"term_ca": ""}, "policy_to_france", "rien à chercher"),
        ({"term_fr": "carnet de visite"}, "policy_to_france", "les mêmes"),
        ({"policy_to_france": "gloss", "definition": ""}, "definition", "Pour gloser"),
        ({"gender_ca": ""}, "gender_ca", "Indiquez le genre"),
        ({"term_ca": "brimborionet de visite"}, "plural_ca", "son pluriel"),
        ({"part": "verb", "term_ca": "visitude"}, "term_ca", "infinitif"),
    ],
)
def test_unsound_entry_is_refused__with_its_field_and_a_reason(portal, changes, field, words):
    with pytest.raises(ValidationError) as error:
        propose(portal, **changes)
    assert words in " ".join(error.value.message_dict[field])


def test_unknown_noun_is_taken__once_its_plural_or_its_number_is_known(portal):
    propose(portal, term_ca="brimborionet", plural_ca="brimborionets")
    propose(portal, term_ca="brimborionette", term_fr="livret de bord", number_ca="i")


def test_same_pair_is_refused__whatever_its_case(portal):
    propose(portal)
    with pytest.raises(ValidationError, match="déjà au glossaire"):
        propose(portal, term_ca="Carnet de visite")


def test_contradiction_with_another_entry_is_refused__unless_that_one_was_refused(portal):
    first = propose(portal)
    with pytest.raises(ValidationError) as error:
        propose(portal, term_fr="guide de visite")
    assert "carnet de visite / livret de visite" in error.value.message_dict["policy_to_france"][0]
    propose(portal, term_fr="guide de visite", policy_to_france="")
    decide(portal, first, FRANCE, state="refused")
    propose(portal, term_fr="cahier de visite")


def test_approved_entry_is_proposed_again__when_its_french_changes(portal, client):
    entry = decide(portal, propose(portal))
    client.force_login(portal.people["thetford-mines-redaction"])
    _edit(client, entry, definition="petit cahier remis à chaque membre d’une délégation")
    changed = GlossaryEntry.objects.get()
    assert (changed.state_to_france, changed.state_to_quebec) == ("proposed", "proposed")
    assert changed.proposed_by == portal.people["thetford-mines-redaction"]
    assert GlossaryDecision.objects.count() == 2


def test_change_of_one_policy_reopens_its_direction__and_leaves_the_other(portal, client):
    entry = decide(portal, propose(portal))
    client.force_login(portal.people["pau-redaction"])
    _edit(client, entry, policy_to_quebec="keep")
    changed = GlossaryEntry.objects.get()
    assert (changed.state_to_france, changed.state_to_quebec) == ("approved", "proposed")


def test_save_without_a_change_reopens_nothing(portal, client):
    entry = decide(portal, propose(portal))
    client.force_login(portal.people["pau-redaction"])
    _edit(client, entry)
    assert GlossaryEntry.objects.get().is_approved(FRANCE)


def test_stale_form_overwrites_nothing__and_loses_nothing(portal, client):
    entry = propose(portal)
    client.force_login(portal.people["pau-redaction"])
    stale = _form_data(entry, note="La mienne")
    _edit(client, entry, note="Celle de ma collègue")
    response = client.post(reverse("glossary:edit", args=[entry.pk]), stale)
    assert "Quelqu’un d’autre a modifié cette entrée" in response.content.decode()
    assert "La mienne" in response.content.decode()
    assert GlossaryEntry.objects.get().note == "Celle de ma collègue"
    again = {**stale, "seen": GlossaryEntry.objects.get().version}
    client.post(reverse("glossary:edit", args=[entry.pk]), again)
    assert GlossaryEntry.objects.get().note == "La mienne"


def test_decision_on_what_was_not_seen_is_refused(portal):
    entry = propose(portal)
    reviewer = portal.people["pau-revision"]
    with pytest.raises(ValidationError, match=CHANGED_SINCE[:20]):
        DecideEntryAction(entry, FRANCE, "approved", reviewer, seen=entry.version - 1).execute()


def test_refusal_asks_for_a_reason__and_keeps_what_was_typed(portal, client):
    entry = propose(portal)
    client.force_login(portal.people["pau-revision"])
    address = reverse("glossary:inspect", args=[entry.pk])
    data = {"target": "fr-FR", "state": "refused", "seen": entry.version}
    response = client.post(address, {**data, "reason": " "})
    assert response.status_code == 422
    assert REASON_MISSING in response.content.decode()
    client.post(address, {**data, "reason": "Le terme ne se dit pas"})
    assert GlossaryEntry.objects.get().state_to_france == "refused"
    assert "Le terme ne se dit pas" in client.get(address).content.decode()


def test_decision_is_sent_with_its_token(portal):
    entry = propose(portal)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(portal.people["pau-revision"])
    address = reverse("glossary:inspect", args=[entry.pk])
    shown = browser.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)">\s*<input type="hidden" name="target"', shown)[1]
    data = {"target": "fr-FR", "state": "approved", "seen": entry.version, "csrfmiddlewaretoken": token}
    assert browser.post(address, data).status_code == 302
    assert GlossaryEntry.objects.get().is_approved(FRANCE)


def test_history_keeps_who_what_when_and_why(portal):
    entry = decide(portal, propose(portal), FRANCE)
    decide(portal, entry, FRANCE, state="refused")
    states = [(decision.state, decision.reviewer.username) for decision in GlossaryDecision.objects.all()]
    assert states == [("approved", "pau-revision"), ("refused", "pau-revision")]
    logged = ModelLogEntry.objects.filter(action="localization.decide_entry").latest("pk")
    assert logged.data == {
        "city": "pau",
        "reason": "Lu dans les deux guides",
        "state": "refusée",
        "target": "fr-FR",
    }


def test_list_is_searched_and_filtered__in_a_fixed_number_of_queries(portal, client, django_assert_max_num_queries):
    for number in range(15):
        propose(portal, term_ca=f"carnet de visite {number}", term_fr=f"livret de visite {number}")
    decide(portal, GlossaryEntry.objects.first(), FRANCE)
    client.force_login(portal.people["pau-revision"])
    client.get(reverse("glossary:index"))
    with django_assert_max_num_queries(25):
        assert "carnet de visite 14" in client.get(reverse("glossary:index")).content.decode()
    found = client.get(reverse("glossary:index"), {"q": "visite 14"}).content.decode()
    assert "carnet de visite 14" in found
    assert "carnet de visite 13" not in found
    approved = client.get(reverse("glossary:index"), {"state_to_france": "approved"}).content.decode()
    assert approved.count("livret de visite") == 1


def _form_data(entry, **changes):
    names = [*GlossaryEntry.SHARED_FIELDS, *GlossaryEntry.POLICY_FIELDS]
    return {**{name: getattr(entry, name) for name in names}, "seen": entry.version, **changes}


def _edit(client, entry, **changes):
    response = client.post(reverse("glossary:edit", args=[entry.pk]), _form_data(entry, **changes))
    assert response.status_code == 302, response.content.decode()


def test_menu_leads_to_the_list__not_to_a_download(portal, client):
    client.force_login(portal.people["pau-revision"])
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert f'"{reverse("glossary:index")}"' in home
    assert reverse("glossary:export") not in home
