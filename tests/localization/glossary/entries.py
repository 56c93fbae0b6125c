"""Valid entries of the glossary, as people propose and decide them."""

from __future__ import annotations

from typing import Any

from portal.localization.glossary.decisions import DecideEntryAction
from portal.localization.models import GlossaryEntry
from portal.variants import Variant
from tests import factories

REVIEWERS = {Variant.FR_CA: "thetford-mines-revision", Variant.FR_FR: "pau-revision"}


def propose(portal: Any, **fields: Any) -> GlossaryEntry:
    """« carnet de visite » is in no lexicon: what becomes of it is the glossary's doing."""
    values = {
        "term_ca": "carnet de visite",
        "term_fr": "livret de visite",
        "gender_ca": "m",
        "gender_fr": "m",
        "policy_to_france": "replace",
        "policy_to_quebec": "propose",
        "definition": "petit cahier que reçoit chaque membre d’une délégation",
        "source": "Guide des délégations",
        "proposed_by": portal.people["pau-redaction"],
        **fields,
    }
    entry = GlossaryEntry(**values)
    entry.full_clean()
    entry.save()
    return entry


def decide(portal: Any, entry: GlossaryEntry, *targets: Variant, state: str = "approved") -> GlossaryEntry:
    for target in targets or tuple(Variant):
        with factories.background_tasks():
            DecideEntryAction(
                entry, target, state, portal.people[REVIEWERS[target]], reason="Lu dans les deux guides"
            ).execute()
    return GlossaryEntry.objects.get(pk=entry.pk)
