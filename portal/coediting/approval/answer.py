"""What giving a key and sending a page back have in common: the page is locked, and everything is asked again."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page

from portal.coediting.actors import actor_of
from portal.coediting.approval.keys import key_facts


class KeyAnswer(ABC):
    """An approver's answer to the key that a page waits for.

    `key` may be stale: it is read again, and the page with it is the one that its workflow is about, whatever page the
    address of the request names. `digest` names the text that the person has read.
    """

    refuse: ClassVar[Any]

    def __init__(self, key: Any, user: Any, *, digest: str, comment: str = "") -> None:
        self.key = key
        self.user = user
        self.digest = digest
        self.comment = comment

    def check(self) -> None:
        """Raises PermissionDenied, with the reason in French."""
        facts = key_facts(self.key, self.page, self.digest)
        if reason := type(self).refuse(actor_of(self.user), facts):
            raise PermissionDenied(reason)

    @transaction.atomic
    def execute(self) -> Page:
        """The page, as it stands afterwards."""
        self._lock()
        self.check()
        self.answer()
        self.page.refresh_from_db()
        return self.page

    @abstractmethod
    def answer(self) -> None:
        """Writes the answer down; everything was checked under lock."""

    def _lock(self) -> None:
        """The page first, as an edit does it: it waits for us, or we for it and see its text."""
        page_id = self.key.workflow_state.object_id
        Page.objects.select_for_update().get(pk=page_id)
        self.page = Page.objects.get(pk=page_id).specific
        self.key = type(self.key).objects.select_related("workflow_state", "revision").get(pk=self.key.pk)
