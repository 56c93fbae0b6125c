"""One verb: a reviewer decides a segment."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from portal.localization.models import SegmentDecision
from portal.localization.permissions import refuse_to_review
from portal.localization.segments import Segment


class DecideSegmentsAction:
    """Records what a reviewer decided of some segments, all of them or none: adds rows, changes none."""

    def __init__(
        self, translation: Translation, variant: Any, decided: list[tuple[Segment, str]], reviewer: Any
    ) -> None:
        """`decided` pairs each segment with the text that the reviewer wants for it."""
        self.translation = translation
        self.variant = variant
        self.decided = decided
        self.reviewer = reviewer

    def check(self) -> None:
        """Raises PermissionDenied or ValidationError, whose messages are in French and keyed by the segment's key."""
        if reason := refuse_to_review(self.reviewer, self.variant):
            raise PermissionDenied(reason)
        errors = {segment.key: message for segment, text in self.decided if (message := _fault(segment, text))}
        if errors:
            raise ValidationError(errors)

    def execute(self) -> list[SegmentDecision]:
        self.check()
        with transaction.atomic():
            return SegmentDecision.objects.bulk_create(
                SegmentDecision(
                    translation=self.translation,
                    path=segment.path,
                    source_text=segment.source_text,
                    text=text,
                    state=_state(segment, text),
                    reviewer=self.reviewer,
                )
                for segment, text in self.decided
            )


def _state(segment: Segment, text: str) -> SegmentDecision.State:
    return SegmentDecision.State.IDENTICAL if text == segment.source_text else SegmentDecision.State.ADAPTED


def _fault(segment: Segment, text: str) -> str | None:
    if not text.strip():
        return "Ce segment est vide. Gardez le texte d’origine si rien ne convient mieux."
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(segment.source_text, text)
    except ValueError:
        return "Les balises de ce segment ne sont plus celles de l’origine. Remettez-les comme elles étaient."
    if segment.is_verbatim and _words(text) != _words(segment.source_text):
        return "Ce sont les mots d’une personne. Seules leur ponctuation et leurs espaces peuvent changer."
    return None


def _words(text: str) -> list[str]:
    """The words of a quotation, free of spacing and of the marks that typography places around them."""
    spaced = "".join(character if character.isalnum() or character in "-'’" else " " for character in text)
    return spaced.replace("'", "’").split()
