"""The two main screens of the desk: the queue, and the review of one variant."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail_localize.models import Translation

from portal.localization.decisions import DecideSegmentsAction, ReopenSegmentAction
from portal.localization.desk.forms import CHANGE_LOST, ReviewForm
from portal.localization.desk.lookup import find_variant
from portal.localization.desk.queue import next_to_review, review_queue
from portal.localization.desk.queue_filters import QueueFilters
from portal.localization.desk.screen import review_context
from portal.localization.notes import ResolveNotesAction, WriteNoteAction
from portal.localization.publication import VariantNotReady
from portal.localization.release import publication_of
from portal.localization.segments import load_segments

UNSAVED = "Vous avez modifié un segment sans le valider. Validez-le ou remettez son texte, puis publiez."
STALE = "La version d’origine a changé pendant que vous lisiez. Voici son texte d’aujourd’hui. Le vôtre est gardé."

Errors = dict[str, list[str]]


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The variants that wait for the reader's city, then the others; narrowed as the address says."""
    filters = QueueFilters(request.GET)
    items = filters.narrow(review_queue(request.user))
    is_narrowed = any(request.GET.get(name) for name in filters.fields)
    context = {"items": items, "filters": filters, "is_narrowed": is_narrowed}
    return TemplateResponse(request, "localization/queue.html", context)


@require_safe
def following(request: HttpRequest, page_id: int) -> HttpResponse:
    """Leads to the next variant that waits for the reader's city, or back to the queue when none does."""
    item = next_to_review(request.user, page_id)
    if item is None:
        messages.info(request, "Plus rien n’attend la révision de votre ville.")
        return redirect("variant_review:queue")
    return redirect("variant_review:review", item.variant.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, page_id: int) -> HttpResponse:
    """Source and proposal of each segment; a reviewer of the city accepts, edits and publishes."""
    translation, variant = find_variant(request.user, page_id)
    form = ReviewForm(load_segments(translation), request.POST)
    errors: Errors = {}
    if request.method == "POST":
        if form.is_publication and (answer := _publish(request, translation, form)):
            return answer
        form, errors = _answer(request, translation, variant, form)
    return TemplateResponse(
        request,
        "localization/review.html",
        review_context(request.user, translation, variant, form, errors),
        status=422 if errors else 200,
    )


def _answer(
    request: HttpRequest, translation: Translation, variant: Any, form: ReviewForm
) -> tuple[ReviewForm, Errors]:
    """The form after the pressed button, and what was wrong with it. What was typed stays, but where it was decided."""
    data = request.POST.copy()
    errors: Errors = {}
    if form.is_stale:
        messages.warning(request, STALE)
    elif form.is_switch:
        text = form.switched_text()
        errors = {form.asked: [CHANGE_LOST]} if text is None else {}
        data[f"text-{form.asked}"] = text if text is not None else data.get(f"text-{form.asked}", "")
    elif form.is_note:
        errors = _note(request, translation, variant, form)
        if not errors:
            data.pop(f"note-{form.asked}", None)
    elif not form.is_publication:
        errors = form.faults or _decide(request, translation, variant, form)
        for choice in [] if errors else form.choices():
            if form.verb != "reopen" or form.text_of(choice.segment) == choice.segment.text:
                data.pop(f"text-{choice.segment.key}", None)
            data.pop(f"reason-{choice.segment.key}", None)
    return ReviewForm(load_segments(translation), data), errors


def _decide(request: HttpRequest, translation: Translation, variant: Any, form: ReviewForm) -> Errors:
    action = ReopenSegmentAction if form.verb == "reopen" else DecideSegmentsAction
    try:
        action(translation, variant, form.choices(), request.user).execute()
    except ValidationError as error:
        return error.message_dict
    return {}


def _note(request: HttpRequest, translation: Translation, variant: Any, form: ReviewForm) -> Errors:
    segment = next(segment for segment in form.segments if segment.key == form.asked)
    action = ResolveNotesAction if form.verb == "resolve" else WriteNoteAction
    try:
        action(translation, variant, segment, form.note_of(form.asked), request.user).execute()
    except ValidationError as error:
        return {form.asked: error.messages}
    return {}


def _publish(request: HttpRequest, translation: Translation, form: ReviewForm) -> HttpResponse | None:
    if form.unsaved:
        messages.error(request, UNSAVED)
        return None
    try:
        published = publication_of(translation, request.user).execute()
    except VariantNotReady as reason:
        messages.error(request, str(reason))
        return None
    except ValidationError as error:
        messages.error(request, "La variante ne peut pas être publiée. " + " ".join(error.messages))
        return None
    button = messages.button(reverse("variant_review:following", args=[published.pk]), "Suivante dans la file")
    messages.success(request, f"La variante « {published.title} » est publiée.", buttons=[button])
    return redirect("variant_review:queue")
