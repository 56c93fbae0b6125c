"""Prepares the variant of a published page: a draft in the other tree, with the engine’s proposals. Idempotent."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from portal import locales
from portal.localization.changes import CARRIED_OVER, carried_over_text
from portal.localization.facts import share_facts
from portal.localization.glossary.approved import approved_glossary
from portal.localization.models import SegmentDecision
from portal.localization.segments import is_verbatim, load_segments, string_segments, variants_of
from portal.localization.translator import VariantTranslator
from portal.variants import adapt


class CannotPrepareVariant(Exception):
    """Why a page can have no variant; the message is in French and says what to do."""


@transaction.atomic
def prepare_variant(page: Page) -> Translation:
    """Prepares or renews the variant of a live source page, from what is published: the row of a live page.

    Its drafts lie in revisions and play no part. The variant is created as a draft under the parent's counterpart,
    which is prepared first when there is none. What is published stays as it is but for the shared facts. Raises
    CannotPrepareVariant.
    """
    source_page = Page.objects.select_for_update().get(pk=page.pk).specific
    _check(source_page)
    target_locale = _other_locale(source_page)
    source, has_changed = TranslationSource.update_or_create_from_instance(source_page)
    _ensure_target(source_page, target_locale)
    # Disabled for wagtail-localize: its own editor, which knows no review, never opens on this page.
    translation, is_new = Translation.objects.get_or_create(
        source=source, target_locale=target_locale, defaults={"enabled": False}
    )
    _propose(translation)
    carry_over(translation)
    variant = translation.get_target_instance()
    if variant.live:
        share_facts(source_page, variant)
        variant.save(clean=False)
    elif has_changed or is_new:
        draft = source.get_ephemeral_translated_instance(target_locale, fallback=True)
        share_facts(source_page, draft)
        draft.save_revision(clean=False, log_action=False)
    return translation


def _check(page: Any) -> None:
    if not page.live:
        raise CannotPrepareVariant("Cette page n’est pas publiée. Publiez-la, sa variante se préparera aussitôt.")
    if (
        page.is_variant
        or Translation.objects.filter(source__object_id=page.translation_key, target_locale_id=page.locale_id).exists()
    ):
        raise CannotPrepareVariant(
            "Cette page est déjà la variante d’une page de l’autre ville. Modifiez plutôt la page d’origine."
        )


def _other_locale(page: Any) -> Locale:
    locale = locales.by_code(page.locale.language_code)
    if locale is None:
        raise CannotPrepareVariant("Cette page n’est écrite dans aucune des deux variantes du portail.")
    return Locale.objects.get(language_code=locales.other(locale).code)


def _ensure_target(page: Any, locale: Locale) -> None:
    if page.has_translation(locale):
        return
    parent = page.get_parent()
    if not parent.is_root() and not parent.has_translation(locale):
        prepare_variant(parent)
    variant = page.copy_for_translation(locale)
    if variant.live:
        raise CannotPrepareVariant("La variante s’est créée publiée. Dépubliez-la, puis recommencez.")


def _propose(translation: Translation) -> None:
    """Stores the engine's text for the segments that have none yet, as machine translations."""
    rows = string_segments(translation)
    known = set(
        StringTranslation.objects.filter(
            locale_id=translation.target_locale_id, context_id__in={row.context_id for row in rows}
        ).values_list("context_id", "translation_of_id")
    )
    source, target = variants_of(translation)
    glossary = approved_glossary(target)
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of_id=row.string_id,
            context_id=row.context_id,
            locale_id=translation.target_locale_id,
            data=adapt(row.string.data, source, target, glossary, verbatim=is_verbatim(row.context.field_path)).text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            tool_name=VariantTranslator.display_name,
        )
        for row in rows
        if (row.context_id, row.string_id) not in known
    )


def carry_over(translation: Translation) -> None:
    """Decides by rule the segments whose source changed in typography alone, in the name of who decided before."""
    source, target = variants_of(translation)
    carried = []
    for segment in load_segments(translation):
        former = segment.former
        if former is None or segment.is_decided:
            continue
        text = carried_over_text(segment.source_text, former, source, target, verbatim=segment.is_verbatim)
        if text is not None:
            is_same = text == segment.source_text
            carried.append(
                SegmentDecision(
                    translation=translation,
                    path=segment.path,
                    source_text=segment.source_text,
                    text=text,
                    state=SegmentDecision.State.IDENTICAL if is_same else SegmentDecision.State.ADAPTED,
                    reason=CARRIED_OVER,
                    reviewer=former.reviewer,
                )
            )
    SegmentDecision.objects.bulk_create(carried)
