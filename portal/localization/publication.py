"""One verb: a reviewer publishes a variant. The only way by which a variant's text becomes public."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from portal.localization.facts import share_facts
from portal.localization.permissions import refuse_to_review
from portal.localization.segments import all_decisions, current_decisions, published_texts, string_segments
from portal.twinning.audit import record


class VariantNotReady(Exception):
    """Why a variant cannot be published yet; the message is in French and says what to do."""


class PublishVariantAction:
    """Publishes exactly what reviewers decided: every segment, and nothing that nobody has read."""

    def __init__(self, translation: Translation, user: Any) -> None:
        self.translation = translation
        self.user = user

    def check(self) -> None:
        """Raises PermissionDenied or VariantNotReady."""
        if reason := refuse_to_review(self.user, self.translation.get_target_instance()):
            raise PermissionDenied(reason)
        if not self.translation.source.get_source_instance().live:
            raise VariantNotReady("La version d’origine n’est plus publiée. La variante ne peut pas l’être non plus.")
        decisions = current_decisions(all_decisions(self.translation))
        undecided = sum(
            (row.context.path, row.string.data) not in decisions for row in string_segments(self.translation)
        )
        if undecided:
            raise VariantNotReady(
                f"Il reste {undecided} segment{'s' if undecided > 1 else ''} à lire avant de publier la variante."
            )

    @transaction.atomic
    def execute(self) -> Page:
        """The published variant. wagtail-localize's own saving would write a live page's row before it is approved:
        the variant is built in memory, saved as a revision, and that revision is published."""
        source_page = self.translation.source.get_source_instance()
        for page in (source_page, self.translation.get_target_instance()):
            # The source first, as its preparation does: it waits for us, or we for it.
            Page.objects.select_for_update().get(pk=page.pk)
        self.check()
        self._store_decisions()
        source = self.translation.source
        variant = source.get_ephemeral_translated_instance(self.translation.target_locale, fallback=False)
        share_facts(source.as_instance(), variant)
        revision = variant.save_revision(user=self.user, log_action=False)
        variant.publish(revision, user=self.user, log_action=False, skip_permission_checks=True)
        record("localization.publish_variant", variant, user=self.user, revision=revision)
        published: Page = self.translation.get_target_instance()
        return published

    def _store_decisions(self) -> None:
        """Hands the decided texts to wagtail-localize, which knows how to put them back into the page.

        What was handed over before is set back to a proposal: the manual texts are those that are published.
        """
        published_texts(self.translation).update(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
        decisions = current_decisions(all_decisions(self.translation))
        now = timezone.now()
        StringTranslation.objects.bulk_create(
            [
                StringTranslation(
                    translation_of_id=row.string_id,
                    context_id=row.context_id,
                    locale_id=self.translation.target_locale_id,
                    data=decisions[row.context.path, row.string.data].text,
                    translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                    last_translated_by=self.user,
                    updated_at=now,
                )
                for row in string_segments(self.translation)
            ],
            update_conflicts=True,
            unique_fields=["locale", "translation_of", "context"],
            update_fields=["data", "translation_type", "last_translated_by", "updated_at"],
        )
