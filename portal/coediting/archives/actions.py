"""Two verbs: archive a page together with its variant, and restore both."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from portal.coediting.actors import actor_of, page_facts
from portal.coediting.policies import refuse_to_archive
from portal.localization.models import AwaitedRelease
from portal.twinning.audit import record

NEVER_PUBLISHED = "Cette page n’a jamais été publiée. Elle peut être supprimée, il n’y a rien à archiver."
ALREADY_ARCHIVED = "Cette page est déjà archivée."
NOT_ARCHIVED = "Cette page n’est pas archivée."
IS_HOME = "Une page d’accueil ne s’archive pas."
AWAITS_KEY = "Cette page attend une clé. Renvoyez-la ou annulez sa soumission, puis archivez-la."
AWAITS_VARIANT = "Cette page a ses clés et attend sa variante pour paraître. Attendez sa publication, puis archivez-la."
IS_SCHEDULED = "Une publication de cette page est programmée. Annulez-la d’abord, puis archivez la page."
HAS_PUBLISHED_SUBPAGES = "D’autres pages publiées dépendent de celle-ci. Archivez-les d’abord."


class _MoveIntoOrOutOfArchive(ABC):
    """`page` is the specific source page. Its variant follows it: neither stands without the other."""

    action: str

    def __init__(self, page: Any, user: Any, reason: str = "") -> None:
        self.page = page
        self.user = user
        self.reason = reason

    def check(self) -> None:
        """Raises PermissionDenied with the reason in French."""
        if reason := self.refusal():
            raise PermissionDenied(reason)

    def refusal(self) -> str | None:
        return refuse_to_archive(actor_of(self.user), page_facts(self.page)) or self._refuse()

    @transaction.atomic
    def execute(self) -> Any:
        Page.objects.select_for_update().get(pk=self.page.pk)
        self.page.refresh_from_db(fields=["archived_at"])
        self.check()
        for page in Page.objects.filter(translation_key=self.page.translation_key).specific():
            page.archived_at = self._archived_at()
            page.save(update_fields=["archived_at"], clean=False)
        self.page.archived_at = self._archived_at()
        record(self.action, self.page, user=self.user, city=self.page.lead_city, reason=self.reason)
        return self.page

    @abstractmethod
    def _refuse(self) -> str | None:
        """The reason, in French, that lies in where the page stands."""

    @abstractmethod
    def _archived_at(self) -> dt.datetime | None:
        """What the page says afterwards."""


class ArchivePageAction(_MoveIntoOrOutOfArchive):
    """Takes a page out of lists, feeds and calendars; its address and its text stay."""

    action = "coediting.archive"

    def _refuse(self) -> str | None:
        if self.page.archived_at:
            return ALREADY_ARCHIVED
        if page_facts(self.page).is_home:
            return IS_HOME
        if self.page.first_published_at is None:
            return NEVER_PUBLISHED
        return self._awaited() or (HAS_PUBLISHED_SUBPAGES if self._has_published_subpages() else None)

    def _awaited(self) -> str | None:
        """What would still change the public text: an archived page does not change."""
        if self.page.workflow_in_progress:
            return AWAITS_KEY
        if AwaitedRelease.objects.filter(page_id=self.page.pk).exists():
            return AWAITS_VARIANT
        return IS_SCHEDULED if self.page.scheduled_revision else None

    def _has_published_subpages(self) -> bool:
        pages = self.page.get_descendants().live().specific()
        return any(page.archived_at is None for page in pages.iterator())

    def _archived_at(self) -> dt.datetime | None:
        return self.now

    def execute(self) -> Any:
        self.now = timezone.now()
        return super().execute()


class RestorePageAction(_MoveIntoOrOutOfArchive):
    """Puts an archived page back where it was listed."""

    action = "coediting.restore"

    def _refuse(self) -> str | None:
        return None if self.page.archived_at else NOT_ARCHIVED

    def _archived_at(self) -> dt.datetime | None:
        return None
