"""Who may read, propose, decide and delete: each cell of the table."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.localization.glossary.decisions import DecideEntryAction
from portal.localization.glossary.permissions import glossary_actor
from portal.localization.glossary.policies import (
    GlossaryActor,
    refuse_to_decide,
    refuse_to_delete,
    refuse_to_propose,
    refuse_to_read,
)
from portal.localization.models import GlossaryEntry
from portal.variants import Variant
from tests.localization.glossary.entries import decide, propose

pytestmark = pytest.mark.django_db
QUEBEC, FRANCE = Variant.FR_CA, Variant.FR_FR

# person: reads, proposes, decides for Québec, decides for France
TABLE = {
    "thetford-mines-redaction": (True, True, False, False),
    "thetford-mines-approbation": (True, True, False, False),
    "thetford-mines-revision": (True, False, True, False),
    "pau-redaction": (True, True, False, False),
    "pau-approbation": (True, True, False, False),
    "pau-revision": (True, False, False, True),
    "administration": (True, True, True, True),
    "administration-group": (True, True, True, True),
    "nobody": (False, False, False, False),
    "inactive": (False, False, False, False),
}


@pytest.fixture
def people(portal):
    member = get_user_model().objects.create_user("administration-group")
    member.groups.add(Group.objects.get(name="Administration"))
    portal.people["administration-group"] = member
    portal.people["nobody"] = get_user_model().objects.create_user("nobody")
    inactive = get_user_model().objects.create_user("inactive", is_active=False, is_superuser=True)
    inactive.groups.add(portal.thetford.reviewers, portal.pau.editors)
    portal.people["inactive"] = inactive
    return portal.people


@pytest.mark.parametrize("person", TABLE)
def test_table_of_the_glossary__policies(people, person):
    actor = glossary_actor(people[person])
    answers = (refuse_to_read(actor), refuse_to_propose(actor), *(refuse_to_decide(actor, t) for t in (QUEBEC, FRANCE)))
    assert tuple(answer is None for answer in answers) == TABLE[person]
    assert all(answer.endswith(".") for answer in answers if answer)


@pytest.mark.parametrize("person", TABLE)
def test_table_of_the_glossary__screens(portal, people, client, person):
    reads, proposes, *decides = TABLE[person]
    entry = propose(portal)
    client.force_login(people[person])
    assert _opens(client.get(reverse("glossary:index"))) == reads
    assert _opens(client.get(reverse("glossary:inspect", args=[entry.pk]))) == reads
    assert _opens(client.get(reverse("glossary:history", args=[entry.pk]))) == reads
    assert _opens(client.get(reverse("glossary:trial", args=[entry.pk]))) == reads
    assert _opens(client.get(reverse("glossary:export"))) == reads
    assert _opens(client.get(reverse("glossary:import"))) == proposes
    assert _opens(client.get(reverse("glossary:add"))) == proposes
    assert _opens(client.get(reverse("glossary:edit", args=[entry.pk]))) == proposes
    assert _opens(client.get(reverse("glossary:delete", args=[entry.pk]))) == proposes
    for target, may_decide in zip((QUEBEC, FRANCE), decides, strict=True):
        data = {"target": target.value, "state": "approved", "seen": entry.version}
        client.post(reverse("glossary:inspect", args=[entry.pk]), data)
        assert GlossaryEntry.objects.get().is_approved(target) == may_decide


def _opens(response):
    """A page; a refusal is a redirection to the admin, or to its login."""
    assert response.status_code in (200, 302, 403)
    return response.status_code == 200


def test_decision_is_refused_by_the_action_itself__whoever_calls_it(portal):
    entry = propose(portal)
    with pytest.raises(PermissionDenied, match="français de France"):
        DecideEntryAction(entry, FRANCE, "approved", portal.people["thetford-mines-revision"]).execute()
    with pytest.raises(PermissionDenied, match="proposer"):
        DecideEntryAction(entry, FRANCE, "approved", portal.people["pau-redaction"]).execute()
    assert not GlossaryEntry.objects.get().is_approved(FRANCE)


def test_entry_that_was_decided_is_never_deleted__even_by_administration(portal, client):
    entry = decide(portal, propose(portal), QUEBEC, state="refused")
    client.force_login(portal.people["administration"])
    client.post(reverse("glossary:delete", args=[entry.pk]))
    assert GlossaryEntry.objects.filter(pk=entry.pk).exists()
    assert "historique" in refuse_to_delete(GlossaryActor(is_administrator=True), was_decided=True)


def test_entry_that_nobody_decided_is_taken_back__by_an_editor(portal, client):
    entry = propose(portal)
    client.force_login(portal.people["pau-redaction"])
    client.post(reverse("glossary:delete", args=[entry.pk]))
    assert not GlossaryEntry.objects.filter(pk=entry.pk).exists()
