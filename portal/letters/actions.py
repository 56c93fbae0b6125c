"""Verbs of a follower: ask, confirm, change preferences. Leaving has its own module."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal.letters.models import Follower, new_key
from portal.letters.tasks import mail_invitation_task

PREFERENCES = ("variant", "city", "frequency")


class AskAction:
    """Somebody typed an address. Whatever is known of it, the outside sees the same; its owner gets one mail, not ten.

    The preferences of a confirmed follower stay as they are: whoever typed the address may be somebody else.
    """

    def __init__(self, email: str, preferences: dict[str, Any]) -> None:
        self.email = email.lower()
        self.preferences = preferences

    @transaction.atomic
    def execute(self) -> None:
        wanted = {name: self.preferences[name] for name in PREFERENCES}
        found, _ = Follower.objects.get_or_create(email=self.email, defaults=wanted)
        follower = Follower.objects.select_for_update().get(pk=found.pk)
        if not follower.is_confirmed:
            self._renew(follower)
        if self._may_be_written_to(follower):
            transaction.on_commit(partial(mail_invitation_task.enqueue, follower.pk))

    def _renew(self, follower: Follower) -> None:
        if follower.state != Follower.State.PENDING:
            follower.key = new_key()
        follower.state = Follower.State.PENDING
        follower.asked_at, follower.left_at, follower.confirmed_at = timezone.now(), None, None
        _apply(follower, self.preferences)

    def _may_be_written_to(self, follower: Follower) -> bool:
        before = timezone.now() - dt.timedelta(minutes=settings.LETTERS_INVITE_AGAIN_AFTER_MINUTES)
        due = Follower.objects.filter(Q(written_to_at=None) | Q(written_to_at__lt=before), pk=follower.pk)
        return due.update(written_to_at=timezone.now()) == 1


class ConfirmAction:
    """The owner of the address says so from the mailbox. Doing it twice is doing it once."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower

    def execute(self) -> None:
        pending = Follower.objects.filter(pk=self.follower.pk, state=Follower.State.PENDING)
        pending.update(state=Follower.State.CONFIRMED, confirmed_at=timezone.now())


class ChangePreferencesAction:
    def __init__(self, follower: Follower, preferences: dict[str, Any]) -> None:
        self.follower = follower
        self.preferences = preferences

    @transaction.atomic
    def execute(self) -> None:
        _apply(self.follower, self.preferences)


def _apply(follower: Follower, preferences: dict[str, Any]) -> None:
    for name in PREFERENCES:
        setattr(follower, name, preferences[name])
    follower.save()
    follower.axes.set(preferences["axes"])
