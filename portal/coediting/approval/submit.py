"""One verb: somebody who may edit a source page asks for its keys."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page

from portal.coediting.actors import actor_of, page_facts
from portal.coediting.policies import refuse_to_edit

ALREADY_SUBMITTED = "Cette page attend déjà ses clés."


class SubmitPageAction:
    """The latest text of the page waits for the key of the city that wrote it, then for its partner's."""

    def __init__(self, page: Any, user: Any) -> None:
        self.page = page
        self.user = user

    def check(self) -> None:
        """Raises PermissionDenied, with the reason in French."""
        if reason := refuse_to_edit(actor_of(self.user), page_facts(self.page)):
            raise PermissionDenied(reason)
        if self.page.workflow_in_progress:
            raise PermissionDenied(ALREADY_SUBMITTED)

    @transaction.atomic
    def execute(self) -> None:
        Page.objects.select_for_update().get(pk=self.page.pk)
        self.check()
        self.page.get_workflow().start(self.page, self.user)
