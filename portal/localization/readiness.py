"""Whether a variant may go public now: asked by every publication of one, whoever starts it."""

from __future__ import annotations

import json
import logging
from html import unescape
from typing import Any

from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.localization.composition import compose
from portal.localization.models import AwaitedRelease
from portal.localization.segments import decided_texts, string_segments
from portal.twinning.audit import record

logger = logging.getLogger(__name__)

NO_SOURCE = "Cette variante n’a plus de version d’origine."
SOURCE_NOT_PUBLIC = "La version d’origine n’est plus publiée. La variante ne peut pas l’être non plus."
SOURCE_WAITS = "Une nouvelle version d’origine attend sa variante. Publiez les deux ensemble."
CHANGED_SINCE = "Un segment a été revu après que cette publication a été programmée. Programmez-la de nouveau."


def translation_of(variant: Any) -> Translation | None:
    """What the review knows of a variant."""
    found = Translation.objects.filter(
        source__object_id=variant.translation_key, target_locale_id=variant.locale_id
    ).select_related("source__locale", "target_locale")
    return found.first()


def lock_pair(translation: Translation) -> Translation:
    """Holds source and variant, in this order as everywhere, and reads the translation again: a preparation may have
    gone before us."""
    for page in (translation.source.get_source_instance(), translation.get_target_instance()):
        Page.objects.select_for_update().get(pk=page.pk)
    return Translation.objects.select_related("source__locale", "target_locale").get(pk=translation.pk)


def count_undecided(translation: Translation) -> int:
    decided = decided_texts(translation)
    return sum((row.context.path, row.string.data) not in decided for row in string_segments(translation))


def refuse_to_go_public(translation: Translation) -> str | None:
    """The reason, in French, why a variant cannot be public as it is decided now; None when it can."""
    source_page = Page.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.source.locale_id
    ).first()
    if source_page is None:
        return NO_SOURCE
    if AwaitedRelease.objects.filter(page=source_page).exists():
        return SOURCE_WAITS
    if not source_page.live:
        return SOURCE_NOT_PUBLIC
    return refuse_unread(translation)


def refuse_unread(translation: Translation) -> str | None:
    undecided = count_undecided(translation)
    if not undecided:
        return None
    return f"Il reste {undecided} segment{'s' if undecided > 1 else ''} à lire avant de publier la variante."


def may_go_public(variant: Any, revision: Revision, user: Any = None) -> bool:
    """Whether a revision of a variant says what its reviewers decided, now that it would go public.

    A schedule may have been set long before. A refusal is logged on the page, where its reviewers read it, and the
    schedule is taken back.
    """
    translation = translation_of(variant)
    reason = _refuse_revision(translation, revision) if translation else NO_SOURCE
    if reason is None:
        return True
    logger.warning("variant %s was not published: %s", variant.pk, reason)
    record("localization.refuse_publication", variant, user=user, revision=revision, reason=reason)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    return False


def _refuse_revision(translation: Translation, revision: Revision) -> str | None:
    if reason := refuse_to_go_public(translation):
        return reason
    return None if says_what_is_decided(translation, revision.as_object()) else CHANGED_SINCE


def says_what_is_decided(translation: Translation, page: Any) -> bool:
    """Whether a page, of a variant whose segments are all decided, says exactly that."""
    decided = decided_texts(translation)
    expected = translation.get_target_instance()
    compose(translation.source.as_instance(), expected, lambda *key: decided[key])
    return page_texts(page) == page_texts(expected)


def is_as_decided(translation: Translation) -> bool:
    """Whether the variant, all of whose segments are decided, would be the same if it were published again."""
    decided = decided_texts(translation)
    variant = translation.get_target_instance()
    before = _content(variant)
    compose(translation.source.as_instance(), variant, lambda *key: decided[key])
    return _content(variant) == before


def _content(page: Any) -> Any:
    """All that a page holds. What the editor wrote as an entity and wagtail-localize as a character is the same."""
    content = json.loads(page.to_json())
    for field in page._meta.fields:
        if isinstance(field, StreamField):
            content[field.name] = json.loads(content[field.name])
    return _without_entities(content)


def _without_entities(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_entities(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_without_entities(part) for part in value]
    return unescape(value) if isinstance(value, str) else value


def note_up_to_date(translation: Translation) -> None:
    """Remembers that the public variant says all that its source says today, though nobody published it just now."""
    Translation.objects.filter(pk=translation.pk).update(destination_last_updated_at=timezone.now())


def page_texts(page: Any) -> list[tuple[str, str]]:
    """The context paths and texts of a page, in its order."""
    values = extract_segments(page)
    return [(value.path, value.string.data) for value in values if isinstance(value, StringSegmentValue)]
