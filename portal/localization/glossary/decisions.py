"""The verb of the reviewers: decide one direction of an entry."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from portal import locales
from portal.localization.glossary.changes import announce_change
from portal.localization.glossary.permissions import glossary_actor
from portal.localization.glossary.policies import refuse_to_decide
from portal.localization.models import GlossaryDecision, GlossaryEntry
from portal.twinning.audit import record
from portal.twinning.models import City
from portal.variants import Variant

CHANGED_SINCE = "L’entrée a changé pendant que vous la lisiez. Relisez-la, puis décidez."
NOTHING_TO_DECIDE = "L’entrée ne prévoit rien dans ce sens. Il n’y a rien à décider."
REASON_MISSING = "Dites en quelques mots pourquoi l’entrée est refusée."
DECIDED_ALREADY = "Ce sens est déjà décidé ainsi."


class DecideEntryAction:
    """Approves or refuses what an entry does in one direction, as the reviewer saw it."""

    def __init__(
        self, entry: GlossaryEntry, target: Variant, state: str, user: Any, *, reason: str = "", seen: int | None = None
    ) -> None:
        """`seen` is the version of the entry that the reviewer had before the eyes; None when it does not matter."""
        self.entry = entry
        self.target = target
        self.state = GlossaryEntry.State(state)
        self.user = user
        self.reason = reason.strip()
        self.seen = seen

    def check(self) -> None:
        """Raises PermissionDenied or ValidationError, with a message in French."""
        if refusal := refuse_to_decide(glossary_actor(self.user), self.target):
            raise PermissionDenied(refusal)
        if self.seen is not None and self.seen != self.entry.version:
            raise ValidationError(CHANGED_SINCE)
        if not self.entry.policy(self.target):
            raise ValidationError(NOTHING_TO_DECIDE)
        if self.state == self.entry.state(self.target):
            raise ValidationError(DECIDED_ALREADY)
        if self.state == GlossaryEntry.State.REFUSED and not self.reason:
            raise ValidationError(REASON_MISSING)
        if self.state == GlossaryEntry.State.APPROVED:
            self.entry.clean()

    @transaction.atomic
    def execute(self) -> GlossaryDecision:
        self.entry = GlossaryEntry.objects.select_for_update().get(pk=self.entry.pk)
        self.check()
        decision = GlossaryDecision.objects.create(
            entry=self.entry, target=self.target, state=self.state, reason=self.reason, reviewer=self.user
        )
        was_approved = self.entry.is_approved(self.target)
        self.entry.set_state(self.target, self.state)
        self.entry.save()
        record(
            "localization.decide_entry",
            self.entry,
            user=self.user,
            city=City.objects.get(slug=locales.of_variant(self.target).city_slug),
            reason=self.reason,
            state=self.state.label,
            target=self.target.value,
        )
        if was_approved or self.entry.is_approved(self.target):
            announce_change(self.target)
        return decision
