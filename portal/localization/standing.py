"""Where the variant of a page stands, asked for many pages at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import TextChoices
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.localization.reading import count_segments


class Standing(TextChoices):
    TO_REVIEW = "to_review", "à relire"
    LATE = "late", "en retard"
    PUBLISHED = "published", "à jour"


def standings(keys: Collection[UUID] | None = None) -> dict[UUID, Standing]:
    """By translation key, for those given or for all; a page that has no variant yet is not among them."""
    translations = Translation.objects.select_related("source")
    if keys is not None:
        translations = translations.filter(source__object_id__in=keys)
    known = list(translations)
    variants = _variants(known)
    public = [translation for translation in known if variants.get(_place(translation))]
    totals, decided = count_segments(public)
    return {
        translation.source.object_id: _standing(
            variants[_place(translation)], totals[translation.pk] <= decided[translation.pk]
        )
        for translation in known
        if _place(translation) in variants
    }


def _place(translation: Translation) -> tuple[Any, int]:
    return translation.source.object_id, translation.target_locale_id


def _variants(translations: Collection[Translation]) -> dict[tuple[Any, int], bool]:
    """Whether the page at each place is public."""
    keys = {translation.source.object_id for translation in translations}
    rows = Page.objects.filter(translation_key__in=keys).values_list("translation_key", "locale_id", "live")
    return {(key, locale_id): live for key, locale_id, live in rows}


def _standing(is_public: bool, is_read: bool) -> Standing:
    if not is_public:
        return Standing.TO_REVIEW
    return Standing.PUBLISHED if is_read else Standing.LATE
