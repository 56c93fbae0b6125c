"""The review screens: the queue, one variant, its preview."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal import locales
from portal.localization.decisions import DecideSegmentsAction, ReopenSegmentAction
from portal.localization.desk.forms import ReviewForm
from portal.localization.desk.queue import review_queue
from portal.localization.difference import word_difference
from portal.localization.facts import share_facts
from portal.localization.permissions import refuse_to_review
from portal.localization.publication import PublishVariantAction, VariantNotReady
from portal.localization.segments import Segment, load_segments

UNSAVED = "Vous avez modifié un segment sans le valider. Validez-le ou remettez son texte, puis publiez."
CHARACTERS_A_LINE = 48
MAX_LINES = 14
STALE = "La version d’origine a changé pendant que vous lisiez. Voici son texte d’aujourd’hui; le vôtre est gardé."


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The variants that wait for the reader's city, then the others."""
    return TemplateResponse(request, "localization/queue.html", {"items": review_queue(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, page_id: int) -> HttpResponse:
    """Source and proposal of each segment; a reviewer of the city accepts, edits and publishes."""
    translation, variant = _find(page_id)
    form = ReviewForm(load_segments(translation), request.POST)
    errors: dict[str, list[str]] = {}
    if request.method == "POST":
        answer = _publish(request, translation, form) if form.is_publication else None
        if answer:
            return answer
        errors = {} if form.is_publication else _decide(request, translation, variant, form)
        form = _after(request, translation, form, errors)
    return TemplateResponse(
        request,
        "localization/review.html",
        _context(request, translation, variant, form, errors),
        status=422 if errors else 200,
    )


@require_safe
def preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """The variant as it would be published now, undecided segments showing the engine's proposal."""
    translation, _ = _find(page_id)
    source = translation.source
    draft = source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    share_facts(source.as_instance(), draft)
    response: HttpResponse = draft.make_preview_request(request, "")
    return response


def _find(page_id: int) -> tuple[Translation, Any]:
    variant = Page.objects.filter(pk=page_id).first()
    translation = variant and (
        Translation.objects.filter(source__object_id=variant.translation_key, target_locale_id=variant.locale_id)
        .select_related("source__locale", "target_locale")
        .first()
    )
    if not translation:
        raise Http404("Aucune variante en préparation à cette adresse.")
    return translation, variant.specific


def _after(
    request: HttpRequest, translation: Translation, form: ReviewForm, errors: dict[str, list[str]]
) -> ReviewForm:
    """The form as it stands now. What was typed stays, but for a segment whose button was heard."""
    data = request.POST.copy()
    for choice in [] if errors else form.choices():
        data.pop(f"text-{choice.segment.key}", None)
    return ReviewForm(load_segments(translation), data)


def _decide(request: HttpRequest, translation: Translation, variant: Any, form: ReviewForm) -> dict[str, list[str]]:
    if form.is_stale:
        messages.warning(request, STALE)
        return {}
    if form.faults:
        return form.faults
    action = ReopenSegmentAction if form.verb == "reopen" else DecideSegmentsAction
    try:
        action(translation, variant, form.choices(), request.user).execute()
    except ValidationError as error:
        return error.message_dict
    return {}


def _publish(request: HttpRequest, translation: Translation, form: ReviewForm) -> HttpResponse | None:
    if form.unsaved:
        messages.error(request, UNSAVED)
        return None
    try:
        published = PublishVariantAction(translation, request.user).execute()
    except VariantNotReady as reason:
        messages.error(request, str(reason))
        return None
    except ValidationError as error:
        messages.error(request, "La variante ne peut pas être publiée. " + " ".join(error.messages))
        return None
    messages.success(request, f"La variante « {published.title} » est publiée.")
    return redirect(reverse("variant_review:queue"))


def _label(variant: Any, segment: Segment) -> str:
    """What an editor calls the field that the segment stands in."""
    field = variant._meta.get_field(segment.field_path.partition(".")[0])
    name = field.related_model._meta.verbose_name if field.one_to_many else field.verbose_name
    return capfirst(str(name))


def _context(
    request: HttpRequest, translation: Translation, variant: Any, form: ReviewForm, errors: dict[str, list[str]]
) -> dict[str, Any]:
    segments = form.segments
    return {
        "translation": translation,
        "variant": variant,
        "source_locale": locales.by_code(translation.source.locale.language_code),
        "target_locale": locales.by_code(translation.target_locale.language_code),
        "rows": [
            {
                "segment": segment,
                "label": _label(variant, segment),
                "text": form.text_of(segment),
                "rows": min(len(form.text_of(segment)) // CHARACTERS_A_LINE + 2, MAX_LINES),
                "errors": errors.get(segment.key, []),
                "reason": form.reason_of(segment.key),
                "changes": word_difference(segment.former.source_text, segment.source_text) if segment.former else [],
            }
            for segment in segments
        ],
        "refusal": refuse_to_review(request.user, variant),
        "total": len(segments),
        "decided": sum(segment.is_decided for segment in segments),
        "untouched": sum(segment.is_untouched and not segment.is_decided for segment in segments),
    }
