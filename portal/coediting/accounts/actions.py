"""Two verbs: a manager invites a person, and changes their account."""

from __future__ import annotations

import secrets
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.coediting.accounts.invitation import send_invitation
from portal.coediting.accounts.reach import OUT_OF_REACH, city_of, reachable_groups, reachable_people
from portal.twinning.audit import record


class InvitePersonAction:
    """Opens an account in groups within the manager's reach, and sends its holder a link to choose a password."""

    def __init__(self, person: Any, groups: Any, manager: Any) -> None:
        self.person = person
        self.groups = list(groups)
        self.manager = manager

    def check(self) -> None:
        """Raises PermissionDenied, in French."""
        within = set(reachable_groups(self.manager))
        if not self.groups or not within.issuperset(self.groups):
            raise PermissionDenied(OUT_OF_REACH)

    @transaction.atomic
    def execute(self) -> Any:
        self.check()
        self.person.username = self.person.email
        # Nobody knows it. An account without any would not be sent a new link when the first one has expired.
        self.person.set_password(secrets.token_urlsafe(32))
        self.person.save()
        self.person.groups.set(self.groups)
        names = [group.name for group in self.groups]
        city = city_of(self.groups)
        record("coediting.invite_person", self.person, user=self.manager, city=city, groups=names)
        transaction.on_commit(partial(send_invitation, self.person, self.manager))
        return self.person


class ChangeAccountAction:
    """Writes what a manager changed of an account: the name, the address, the groups, whether it is open."""

    def __init__(self, person: Any, groups: Any, manager: Any) -> None:
        """`person` carries the new values, unsaved; `groups` is None where they stay as they are."""
        self.person = person
        self.groups = groups
        self.manager = manager

    def check(self) -> None:
        """Raises PermissionDenied, in French."""
        if not reachable_people(self.manager).filter(pk=self.person.pk).exists():
            raise PermissionDenied(OUT_OF_REACH)
        added = set(self.groups or []) - set(self.person.groups.all())
        if added and (self.person == self.manager or not added <= set(reachable_groups(self.manager))):
            raise PermissionDenied(OUT_OF_REACH)

    @transaction.atomic
    def execute(self) -> Any:
        self.check()
        self.person.save()
        if self.groups is not None:
            self.person.groups.set(self.groups)
        groups = list(self.person.groups.all())
        record(
            "coediting.change_account",
            self.person,
            user=self.manager,
            city=city_of(groups),
            groups=[group.name for group in groups],
            is_open=self.person.is_active,
        )
        return self.person
