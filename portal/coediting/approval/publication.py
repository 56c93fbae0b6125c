"""One verb: a text that holds its keys goes public. The only way by which a source page does, but for an emergency."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from portal.coediting.approval.models import EmergencyPublication
from portal.coediting.approval.required import missing_keys


class PublishApprovedAction:
    """Publishes a revision that holds every key it needs, and no other."""

    def __init__(self, page: Any, revision: Any, user: Any = None) -> None:
        self.page = page
        self.revision = revision
        self.user = user

    def check(self) -> None:
        """Raises PermissionDenied, naming the cities whose key is missing."""
        if missing := missing_keys(self.page, self.revision):
            cities = " et ".join(str(city) for city in missing)
            raise PermissionDenied(f"Il manque à cette version la clé de {cities}. Soumettez-la de nouveau.")

    @transaction.atomic
    def execute(self) -> None:
        Page.objects.select_for_update().get(pk=self.page.pk)
        self.check()
        self.revision.publish(user=self.user, skip_permission_checks=True)
        EmergencyPublication.objects.filter(page_id=self.page.pk, settled_at=None).update(settled_at=timezone.now())


def publish_approved(page: Any, revision: Any, user: Any) -> None:
    """What a release of source and variant together publishes its source with: the keys are counted again."""
    PublishApprovedAction(page, revision, user).execute()
