"""Prepares the variant of a published page: a draft in the other tree, with the engine’s proposals. Idempotent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from portal import locales
from portal.localization.changes import CARRIED_OVER, Key, carried_over_text
from portal.localization.composition import compose
from portal.localization.facts import share_facts
from portal.localization.glossary.approved import approved_glossary
from portal.localization.models import SegmentDecision
from portal.localization.readiness import is_as_decided, note_up_to_date
from portal.localization.segments import (
    Segment,
    in_order,
    is_verbatim,
    load_segments,
    proposed_texts,
    string_segments,
    variants_of,
)
from portal.localization.sources import update_source
from portal.localization.translator import VariantTranslator
from portal.variants import adapt

HOME_DEPTH = 2


class CannotPrepareVariant(Exception):
    """Why a page can have no variant; the message is in French and says what to do."""


@transaction.atomic
def prepare_variant(page: Page) -> Translation:
    """Prepares or renews the variant of a source page, from what is published: the row of a live page.

    Its drafts lie in revisions and play no part, but for the one that waits to go public together with its variant:
    then what is public is left alone. The variant is created as a draft under the parent's counterpart,
    which is prepared first when there is none. What is published stays as it is but for the shared facts. Raises
    CannotPrepareVariant.
    """
    source_page = _lock(page)
    awaited = getattr(source_page, "awaited_release", None)
    sources = list(TranslationSource.objects.filter(object_id=page.translation_key).prefetch_related("translations"))
    _check(source_page, sources, is_awaited=awaited is not None)
    code = _other_code(source_page)
    variant = _lock_variant(source_page, code)
    parent, locale = (None, variant.locale) if variant else _find_place(source_page, code)
    stored = update_source(awaited.revision.as_object() if awaited else source_page, next(iter(sources), None))
    translation = _translation(stored.source, sources, locale)
    segments = string_segments(translation) if stored.segments is None else in_order(stored.segments)
    known = proposed_texts(translation, segments) if sources else {}
    proposed = _propose(translation, segments, known)
    decided = carry_over(translation) if sources else {}
    if variant is None:
        _create(stored.page, parent, locale, proposed)
    elif variant.live and not awaited:
        share_facts(stored.page, variant)
        variant.save(clean=False)
        is_read = all((row.context.path, row.string.data) in decided for row in segments)
        if stored.segments is not None and is_read and is_as_decided(translation):
            note_up_to_date(translation)
    elif not variant.live and stored.segments is not None:
        compose(stored.page, variant, lambda *key: decided.get(key) or proposed[key])
        variant.save(clean=False)
    return translation


def _lock(page: Page) -> Any:
    """The specific page as it stands, held until the end of the transaction: always before its variant."""
    model = page.cached_content_type.model_class()
    locked = model.objects.select_for_update(of=("self", "page_ptr"))
    return locked.select_related("locale", "lead_city", "awaited_release__revision").get(pk=page.pk)


def _lock_variant(source_page: Any, code: str) -> Any:
    key = {"translation_key": source_page.translation_key, "locale__language_code": code}
    variant = Page.objects.select_for_update(of=("self",)).select_related("locale").filter(**key).first()
    return variant and variant.specific


def _check(page: Any, sources: Iterable[TranslationSource], *, is_awaited: bool) -> None:
    if not page.live and not is_awaited:
        raise CannotPrepareVariant(
            f"La page « {page.title} » n’est pas publiée. Publiez-la, sa variante se préparera aussitôt."
        )
    if page.is_variant or any(source.locale_id != page.locale_id for source in sources):
        raise CannotPrepareVariant(
            "Cette page est déjà la variante d’une page de l’autre ville. Modifiez plutôt la version d’origine."
        )


def _other_code(page: Any) -> str:
    locale = locales.by_code(page.locale.language_code)
    if locale is None:
        raise CannotPrepareVariant("Cette page n’est écrite dans aucune des deux variantes du portail.")
    return locales.other(locale).code


def _find_place(page: Any, code: str) -> tuple[Page, Locale]:
    """The page that the variant is to stand under, prepared first when there is none, and the variant's locale."""
    parent = Page.objects.filter(path=page.path[: -Page.steplen])
    if page.depth == HOME_DEPTH:
        return parent.get(), Locale.objects.get(language_code=code)
    namesakes = Page.objects.filter(path__startswith=OuterRef("path"), depth=OuterRef("depth") + 1, slug=page.slug)
    counterparts = (
        Page.objects.filter(translation_key__in=parent.values("translation_key"), locale__language_code=code)
        .select_related("locale")
        .annotate(has_namesake=Exists(namesakes))
    )
    found = counterparts.first()
    if found is None:
        prepare_variant(parent.get())
        found = counterparts.get()
    return found, found.locale


def _translation(source: TranslationSource, sources: Iterable[TranslationSource], locale: Locale) -> Translation:
    """Disabled for wagtail-localize: its own editor, which knows no review, never opens on this page."""
    known = (one for former in sources for one in former.translations.all() if one.target_locale_id == locale.pk)
    return next(known, None) or Translation.objects.create(source=source, target_locale=locale, enabled=False)


def _create(source_page: Any, parent: Any, locale: Locale, proposed: dict[Key, str]) -> None:
    """A draft with the engine's texts: its row, which is not public."""
    variant = type(source_page)(
        locale=locale, translation_key=source_page.translation_key, live=False, has_unpublished_changes=True
    )
    variant.slug = source_page.slug
    compose(source_page, variant, lambda *key: proposed[key])
    if getattr(parent, "has_namesake", True):
        variant.slug = find_available_slug(parent, source_page.slug)
    parent.add_child(instance=variant)


def _propose(translation: Translation, rows: list[StringSegment], known: dict[tuple[int, int], str]) -> dict[Key, str]:
    """Stores the engine's text for the segments that have none yet, as machine translations. All of them, by key."""
    source, target = variants_of(translation)
    glossary = approved_glossary(target)
    added = StringTranslation.objects.bulk_create(
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
    proposed = known | {(row.context_id, row.translation_of_id): row.data for row in added}
    return {(row.context.path, row.string.data): proposed[row.context_id, row.string_id] for row in rows}


def carry_over(translation: Translation) -> dict[Key, str]:
    """Decides by rule the segments whose source changed in typography alone, in the name of who decided before.

    All texts that are decided then, by key.
    """
    if not SegmentDecision.objects.filter(translation=translation).exists():
        return {}
    source, target = variants_of(translation)
    glossary = approved_glossary(target)
    texts, carried = {}, []
    for segment in load_segments(translation):
        if segment.decision:
            texts[segment.path, segment.source_text] = segment.decision.text
        elif segment.former:
            text = carried_over_text(
                segment.source_text, segment.former, source, target, glossary, verbatim=segment.is_verbatim
            )
            if text is not None:
                carried.append(_carried(translation, segment, text))
    SegmentDecision.objects.bulk_create(carried)
    return texts | {(decision.path, decision.source_text): decision.text for decision in carried}


def _carried(translation: Translation, segment: Segment, text: str) -> SegmentDecision:
    is_same = text == segment.source_text
    return SegmentDecision(
        translation=translation,
        path=segment.path,
        source_text=segment.source_text,
        text=text,
        state=SegmentDecision.State.IDENTICAL if is_same else SegmentDecision.State.ADAPTED,
        reason=CARRIED_OVER,
        reviewer=segment.former.reviewer if segment.former else None,
    )
