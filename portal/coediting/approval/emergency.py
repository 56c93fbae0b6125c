"""One verb: administration publishes what cannot wait and says why; both keys are asked for afterwards."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page

from portal.coediting.actors import actor_of, page_facts
from portal.coediting.approval.models import EmergencyPublication
from portal.coediting.policies import CHANGED_SINCE, refuse_to_publish_at_once
from portal.twinning.audit import record, revision_digest


class PublishAtOnceAction:
    """Publishes the latest text of a source page without keys, and asks for them afterwards."""

    def __init__(self, page: Any, user: Any, *, digest: str, reason: str) -> None:
        self.page = page
        self.user = user
        self.digest = digest
        self.reason = reason.strip()

    def check(self) -> None:
        """Raises PermissionDenied, with the reason in French."""
        if refusal := refuse_to_publish_at_once(actor_of(self.user), page_facts(self.page), self.reason):
            raise PermissionDenied(refusal)
        if revision_digest(self.page.get_latest_revision()) != self.digest:
            raise PermissionDenied(CHANGED_SINCE)

    @transaction.atomic
    def execute(self) -> EmergencyPublication:
        Page.objects.select_for_update().get(pk=self.page.pk)
        self.page = Page.objects.get(pk=self.page.pk).specific
        self.check()
        revision, former = self.page.get_latest_revision(), self.page.live_revision
        revision.publish(user=self.user, skip_permission_checks=True)
        emergency = EmergencyPublication.objects.create(
            page_id=self.page.pk,
            digest=self.digest,
            former_revision=former,
            reason=self.reason,
            published_by=self.user,
        )
        record("coediting.publish_at_once", self.page, user=self.user, revision=revision, reason=self.reason)
        page = type(self.page).objects.get(pk=self.page.pk)
        page.get_workflow().start(page, self.user)
        return emergency
