"""Two verbs: a reviewer decides a segment, and reopens it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from portal.localization.changes import words_of
from portal.localization.inline_html import is_bare_inline_html
from portal.localization.models import SegmentDecision
from portal.localization.permissions import refuse_to_review
from portal.localization.segments import Segment, all_decisions, current_decisions

MAX_CHARACTERS = 10_000
"""Where the field has no limit of its own: some pages of print, beyond which a text is compared too slowly."""
MAX_MARKUP = 5_000


class Choice(NamedTuple):
    """What a reviewer wants for one segment."""

    segment: Segment
    text: str
    reason: str = ""
    """Why the variant differs from its source on purpose: makes an « écart assumé »."""
    seen: int | None = None
    """Id of the decision that the reviewer had before the eyes, 0 for none; None when it does not matter."""


class DecideSegmentsAction:
    """Records what a reviewer decided of some segments, all of them or none: adds rows, changes none."""

    def __init__(
        self, translation: Translation, variant: Any, choices: Iterable[Choice | tuple[Segment, str]], reviewer: Any
    ) -> None:
        self.translation = translation
        self.variant = variant
        self.choices = [Choice(*choice) for choice in choices]
        self.reviewer = reviewer

    def check(self) -> None:
        """Raises PermissionDenied or ValidationError, whose messages are in French and keyed by the segment's key."""
        if reason := refuse_to_review(self.reviewer, self.variant):
            raise PermissionDenied(reason)
        is_seen = any(choice.seen is not None for choice in self.choices)
        standing = current_decisions(all_decisions(self.translation)) if is_seen else {}
        errors = {}
        for choice in self.choices:
            current = standing.get((choice.segment.path, choice.segment.source_text))
            if message := _conflict(choice, current) or self._fault(choice):
                errors[choice.segment.key] = message
        if errors:
            raise ValidationError(errors)

    def _fault(self, choice: Choice) -> str | None:
        return find_fault(choice.segment, choice.text, self.variant, is_assumed=bool(choice.reason))

    @transaction.atomic
    def execute(self) -> list[SegmentDecision]:
        Translation.objects.select_for_update().get(pk=self.translation.pk)
        self.check()
        return SegmentDecision.objects.bulk_create(
            self._decision(choice.segment, choice.text, _state(choice), choice.reason) for choice in self.choices
        )

    def _decision(self, segment: Segment, text: str, state: str, reason: str) -> SegmentDecision:
        return SegmentDecision(
            translation=self.translation,
            path=segment.path,
            source_text=segment.source_text,
            text=text,
            state=state,
            reason=reason,
            reviewer=self.reviewer,
        )


class ReopenSegmentAction(DecideSegmentsAction):
    """Takes a decision back: the segment waits again, the decision stays in its history."""

    @transaction.atomic
    def execute(self) -> list[SegmentDecision]:
        if reason := refuse_to_review(self.reviewer, self.variant):
            raise PermissionDenied(reason)
        return SegmentDecision.objects.bulk_create(
            self._decision(choice.segment, choice.segment.text, SegmentDecision.State.REOPENED, choice.reason)
            for choice in self.choices
            if choice.segment.is_decided
        )


def _state(choice: Choice) -> SegmentDecision.State:
    if choice.reason:
        return SegmentDecision.State.ASSUMED
    is_same = choice.text == choice.segment.source_text
    return SegmentDecision.State.IDENTICAL if is_same else SegmentDecision.State.ADAPTED


def _conflict(choice: Choice, current: SegmentDecision | None) -> str | None:
    if choice.seen is None or choice.seen == (current.pk if current else 0):
        return None
    if current is None:
        return "Quelqu’un a rouvert ce segment entre-temps. Validez de nouveau si votre texte convient toujours."
    who = current.reviewer and (current.reviewer.get_full_name() or current.reviewer.get_username())
    return (
        f"Entre-temps, {who or 'quelqu’un'} a retenu : « {current.text} ». Votre texte est gardé ici. "
        "Validez de nouveau pour le mettre à la place."
    )


def find_fault(segment: Segment, text: str, variant: Any, *, is_assumed: bool = False) -> str | None:
    """What keeps a text from standing in the variant, said to whoever wrote it; None when it may.

    Only who assumes a difference, and says why, leaves a link out.
    """
    if not is_bare_inline_html(text):
        return "Ce segment contient autre chose que du texte et ses balises. Enlevez ce qui n’en est pas."
    plain = BeautifulSoup(text, "html.parser").get_text()
    if not plain.strip():
        return "Ce segment est vide. Gardez le texte d’origine si rien ne convient mieux."
    limit = _max_length(variant, segment.field_path) or max(MAX_CHARACTERS, 2 * len(segment.source_text))
    if max(len(plain), len(text) - MAX_MARKUP) > limit:
        return f"Ce texte a {len(plain)} caractères. Le champ en prend {limit} au plus."
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(segment.source_text, text)
    except ValueError:
        return "Les balises de ce segment ne sont plus celles de l’origine. Remettez-les comme elles étaient."
    if not is_assumed and _links(segment.source_text) - _links(text):
        return "Un lien de l’origine manque. Remettez-le, ou assumez l’écart et dites pourquoi."
    if segment.is_verbatim and words_of(text) != words_of(segment.source_text):
        return "Ce sont les mots d’une personne. Seules leur ponctuation et leurs espaces peuvent changer."
    return None


def _links(text: str) -> set[str]:
    return {str(link.get("id")) for link in BeautifulSoup(text, "html.parser").find_all("a")}


def _max_length(variant: Any, field_path: str) -> int | None:
    """The limit of the column that a segment fills; None inside a stream, where blocks know their own."""
    name, _, rest = field_path.partition(".")
    field = variant._meta.get_field(name)
    if field.one_to_many:
        field = field.related_model._meta.get_field(rest)
    return getattr(field, "max_length", None)
