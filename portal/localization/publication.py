"""One verb: a reviewer publishes a variant. The only way by which a variant's text becomes public."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from portal.localization.composition import compose
from portal.localization.permissions import refuse_to_review
from portal.localization.readiness import lock_pair, refuse_to_go_public
from portal.localization.segments import decided_texts
from portal.twinning.audit import record


class VariantNotReady(Exception):
    """Why a variant cannot be published yet; the message is in French and says what to do."""


class PublishVariantAction:
    """Publishes exactly what reviewers decided: every segment, and nothing that nobody has read.

    With `go_live_at`, Wagtail publishes it then, if it is still what its reviewers decided.
    """

    label = "Publier la variante"
    may_be_scheduled = True

    def __init__(self, translation: Translation, user: Any, go_live_at: dt.datetime | None = None) -> None:
        self.translation = translation
        self.user = user
        self.go_live_at = go_live_at

    def check(self) -> None:
        """Raises PermissionDenied or VariantNotReady."""
        if reason := refuse_to_review(self.user, self.translation.get_target_instance()):
            raise PermissionDenied(reason)
        if self.go_live_at and self.go_live_at <= timezone.now():
            raise VariantNotReady("Cette date est passée. Choisissez-en une à venir, ou publiez tout de suite.")
        if reason := refuse_to_go_public(self.translation):
            raise VariantNotReady(reason)

    @transaction.atomic
    def execute(self) -> Page:
        """The variant, built in memory from decisions alone, saved as a revision which is published."""
        self.translation = lock_pair(self.translation)
        self.check()
        decided = decided_texts(self.translation)
        source, variant = self.translation.source, self.translation.get_target_instance()
        compose(source.as_instance(), variant, lambda *key: decided[key])
        variant.go_live_at = self.go_live_at
        revision = variant.save_revision(user=self.user, log_action=False)
        variant.publish(revision, user=self.user, log_action=False, skip_permission_checks=True)
        verb = "schedule" if self.go_live_at else "publish"
        record(f"localization.{verb}_variant", variant, user=self.user, revision=revision)
        published: Page = self.translation.get_target_instance()
        return published


class UnscheduleVariantAction:
    """Takes back a publication that was programmed; what is public stays."""

    def __init__(self, translation: Translation, user: Any) -> None:
        self.translation = translation
        self.user = user

    def check(self) -> None:
        """Raises PermissionDenied."""
        if reason := refuse_to_review(self.user, self.translation.get_target_instance()):
            raise PermissionDenied(reason)

    @transaction.atomic
    def execute(self) -> None:
        self.translation = lock_pair(self.translation)
        self.check()
        variant = self.translation.get_target_instance()
        if scheduled_revisions(variant).update(approved_go_live_at=None):
            record("localization.unschedule_variant", variant, user=self.user)


def scheduled_revisions(page: Page) -> QuerySet[Revision]:
    return Revision.objects.for_instance(page).filter(approved_go_live_at__isnull=False)
