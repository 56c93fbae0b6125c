"""Hands the decided texts to wagtail-localize when they go public, where the public comparison reads them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from portal.localization.segments import decided_texts, published_texts, string_segments


def store_published_texts(translation: Translation, user: Any) -> None:
    """Keeps the decided texts where the engine's proposals stood.

    What was handed over before is set back to a proposal: the manual texts are those that are published.
    """
    published_texts(translation).update(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    decided = decided_texts(translation)
    now = timezone.now()
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of_id=row.string_id,
                context_id=row.context_id,
                locale_id=translation.target_locale_id,
                data=decided[row.context.path, row.string.data],
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=user,
                updated_at=now,
            )
            for row in string_segments(translation)
        ],
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type", "last_translated_by", "updated_at"],
    )
