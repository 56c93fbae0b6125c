"""Verbs of the correspondence: receive what a citizen wrote, see to it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.coediting.actors import actor_of
from portal.correspondence.models import Correspondence
from portal.correspondence.policies import refuse_to_read
from portal.correspondence.tasks import mail_correspondence_task


class ReceiveAction:
    """Keeps what a citizen wrote and tells the city. The same sending received twice, or at once, is kept once."""

    def __init__(self, correspondence: Correspondence) -> None:
        self.correspondence = correspondence

    def execute(self) -> None:
        try:
            with transaction.atomic():
                self.correspondence.save(force_insert=True)
        except IntegrityError:
            if not self._is_known():
                raise
            return
        label = self.correspondence._meta.label
        transaction.on_commit(partial(mail_correspondence_task.enqueue, label, self.correspondence.pk))

    def _is_known(self) -> bool:
        sent = {"submission": self.correspondence.submission, "city": self.correspondence.city}
        return type(self.correspondence)._default_manager.filter(**sent).exists()


class HandleAction:
    """Marks a letter as seen to, or as waiting again."""

    def __init__(self, correspondence: Correspondence, user: Any, *, is_handled: bool) -> None:
        self.correspondence = correspondence
        self.user = user
        self.is_handled = is_handled

    def check(self) -> None:
        """Raises PermissionDenied."""
        if reason := refuse_to_read(actor_of(self.user), self.correspondence.city.slug):
            raise PermissionDenied(reason)

    def execute(self) -> None:
        self.check()
        letter, State = self.correspondence, Correspondence.State  # noqa: N806
        letter.state = State.HANDLED if self.is_handled else State.TO_HANDLE
        letter.handled_at = timezone.now() if self.is_handled else None
        letter.handled_by = self.user if self.is_handled else None
        letter.save(update_fields=["state", "handled_at", "handled_by"])
