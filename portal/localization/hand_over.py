"""One verb: a city hands a page over to the other. Source and variant swap; what was decided stays decided."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.localization.handed_texts import store_published_texts
from portal.localization.models import AwaitedRelease, SegmentDecision
from portal.localization.permissions import HandOver, is_approver, refuse_to_hand_over
from portal.localization.preparation import prepare_variant
from portal.localization.publication import scheduled_revisions
from portal.localization.readiness import count_undecided, is_as_decided, lock_pair, note_up_to_date, page_texts
from portal.localization.segments import all_decisions, current_decisions
from portal.twinning.audit import record
from portal.twinning.models import City

State = SegmentDecision.State
Texts = dict[str, list[str]]


class CannotHandOver(Exception):
    """Why a page cannot change hands now; the message is in French and says what to do."""


class HandOverAction:
    """Makes the variant of a page its source, and the source its variant. Texts, addresses and children stay."""

    def __init__(self, page: Any, user: Any) -> None:
        self.page = page.specific
        self.user = user

    def check(self) -> None:
        """Raises PermissionDenied for who may not, CannotHandOver for what cannot be now."""
        if not is_approver(self.user, self.page.lead_city):
            raise PermissionDenied(refuse_to_hand_over(_case(self.page, None, self.user)))
        if reason := refuse_to_hand_over(_case(self.page, translation_from(self.page), self.user)):
            raise CannotHandOver(reason)

    @transaction.atomic
    def execute(self) -> Page:
        """The page that is the source from now on."""
        translation = translation_from(self.page)
        self.check()
        translation = lock_pair(translation)
        self.page = type(self.page).objects.get(pk=self.page.pk)
        self.check()
        prepare_variant(self.page)
        self.check()
        source, variant = self.page, translation.get_target_instance()
        self._turn_decisions(translation, source, variant)
        translation.source.locale, translation.target_locale = variant.locale, source.locale
        translation.source.save(update_fields=["locale"])
        translation.save(update_fields=["target_locale"])
        city = City.objects.get(locale_code=variant.locale.language_code)
        for page in (source, variant):
            page.lead_city = city
            page.save(clean=False, update_fields=["lead_city"])
            record("localization.hand_over", page, user=self.user, city=city)
        translation = prepare_variant(variant)
        store_published_texts(translation, self.user)
        note_up_to_date(translation)
        return variant

    def _turn_decisions(self, translation: Translation, source: Any, variant: Any) -> None:
        """Closes what held in the former direction, and decides each text of the new source as the former one said."""
        standing = current_decisions(all_decisions(translation))
        closed = [_row(row, State.HANDED_OVER, row.source_text, row.text) for row in standing.values()]
        former = _by_path(source)
        turned = [
            _row(standing[path, former_text], State.TAKEN_OVER, text, former_text)
            for path, texts in _by_path(variant).items()
            for text, former_text in zip(texts, former[path], strict=True)
        ]
        SegmentDecision.objects.bulk_create([*closed, *turned])


def _row(former: SegmentDecision, state: str, source_text: str, text: str) -> SegmentDecision:
    """A further decision on the place of a former one, in the name of who took that."""
    return SegmentDecision(
        translation_id=former.translation_id,
        path=former.path,
        source_text=source_text,
        text=text,
        state=state,
        reason=former.reason,
        reviewer_id=former.reviewer_id,
    )


def translation_from(page: Any) -> Translation | None:
    """What the review knows of the variant of a source."""
    found = Translation.objects.filter(source__object_id=page.translation_key, source__locale_id=page.locale_id)
    return found.select_related("source__locale", "target_locale").first()


def _by_path(page: Any) -> Texts:
    texts: Texts = defaultdict(list)
    for path, text in page_texts(page):
        texts[path].append(text)
    return texts


def _case(page: Any, translation: Translation | None, user: Any) -> HandOver:
    variant = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).first()
    has_variant = translation is not None and variant is not None and variant.live
    pages = [page, variant] if variant else [page]
    unread = count_undecided(translation) if translation else 0
    return HandOver(
        city=str(page.lead_city),
        is_source=not page.is_variant,
        is_asked_by_its_approver=is_approver(user, page.lead_city),
        is_public=page.live,
        has_public_variant=has_variant,
        waits_for_variant=AwaitedRelease.objects.filter(page_id=page.pk).exists(),
        is_submitted=page.workflow_in_progress,
        is_locked=any(one.locked for one in pages),
        has_draft=page.has_unpublished_changes,
        is_scheduled=any(scheduled_revisions(one).exists() for one in pages),
        unread=unread,
        is_late=has_variant and not unread and _is_late(translation),
    )


def _is_late(translation: Any) -> bool:
    """Whether the public texts are other than decided, or cut otherwise than those of the source."""
    variant, source = translation.get_target_instance(), translation.source.get_source_instance()
    if not is_as_decided(translation):
        return True
    ours, theirs = _by_path(source), _by_path(variant)
    return {path: len(texts) for path, texts in ours.items()} != {path: len(texts) for path, texts in theirs.items()}
