"""Takes over the wording of a variant that a person wrote elsewhere, through the same gates as the desk."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.localization.decisions import DecideSegmentsAction
from portal.localization.publication import PublishVariantAction
from portal.localization.segments import load_segments


class WordingsDoNotMatch(Exception):
    """The two wordings of a page are not cut alike."""


def publish_wording(source_page: Any, worded_page: Any, reviewer: Any) -> Page:
    """Decides every segment of the prepared variant of `source_page` as `worded_page` words it, and publishes it.

    `worded_page` is an unsaved page of the same type with the same block ids and translation keys. Raises
    WordingsDoNotMatch when the two are not cut into the same segments, and whatever the two actions refuse.
    """
    translation = Translation.objects.get(source__object_id=source_page.translation_key)
    wording = _pair(source_page, worded_page)
    segments = load_segments(translation)
    variant = translation.get_target_instance()
    decided = [(segment, wording[segment.path, segment.source_text]) for segment in segments]
    DecideSegmentsAction(translation, variant, decided, reviewer).execute()
    return PublishVariantAction(translation, reviewer).execute()


def _pair(source_page: Any, worded_page: Any) -> dict[tuple[str, str], str]:
    source, worded = _texts(source_page), _texts(worded_page)
    pairs = {}
    for path in source.keys() | worded.keys():
        if len(source[path]) != len(worded[path]):
            raise WordingsDoNotMatch(f"{source_page.slug}: {path}")
        pairs.update({(path, text): other for text, other in zip(source[path], worded[path], strict=True)})
    return pairs


def _texts(page: Any) -> defaultdict[str, list[str]]:
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            texts[segment.path].append(segment.string.data)
    return texts
