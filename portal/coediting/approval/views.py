"""The screens of the keys: reading a page before answering, taking a key back, an emergency."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from portal.coediting.actors import actor_of, page_facts
from portal.coediting.approval.answers import answers_for, digest_to_answer
from portal.coediting.approval.changes import changed_fields
from portal.coediting.approval.emergency import PublishAtOnceAction
from portal.coediting.approval.forms import EmergencyForm, GiveKeyForm, SendBackForm
from portal.coediting.approval.models import CityKey
from portal.coediting.approval.standing import standing_of
from portal.coediting.approval.withdraw_key import WithdrawKeyAction
from portal.coediting.policies import SHORTEST_REASON, refuse_to_publish_at_once

NOTHING_TO_READ = "Cette page n’a pas de texte qui attende une publication."


@require_http_methods(["GET", "HEAD", "POST"])
def key(request: HttpRequest, page_id: int) -> HttpResponse:
    """The exact text that waits, what changed since the public one, and the two answers."""
    page = _source(request, page_id)
    status = 200
    give: Any = GiveKeyForm()
    send_back: Any = SendBackForm()
    if request.method == "POST":
        is_refusal = request.POST.get("answer") == "reject"
        form = (SendBackForm if is_refusal else GiveKeyForm)(request.POST)
        done, status = _answer(request, page, form, "reject" if is_refusal else "approve")
        if done:
            return redirect("wagtailadmin_pages:edit", page.pk)
        give, send_back = (give, form) if is_refusal else (form, send_back)
        page = _source(request, page_id)
    context = {**_context(request, page), "give_form": give, "send_back_form": send_back}
    return TemplateResponse(request, "coediting/key.html", context, status=status)


def _answer(request: HttpRequest, page: Any, form: Any, action: str) -> tuple[bool, int]:
    """Whether the answer was written down, and the status of the screen when it was not."""
    awaited = standing_of(page).awaited
    if not form.is_valid():
        return False, 422
    if awaited is None:
        messages.error(request, "Cette page n’attend plus de clé. Voici où elle en est.")
        return False, 409
    try:
        awaited.task.specific.on_action(awaited, request.user, action, **form.cleaned_data)
    except PermissionDenied as refusal:
        messages.error(request, str(refusal))
        return False, 409
    given = "renvoyée avec votre commentaire" if action == "reject" else "munie de votre clé"
    messages.success(request, f"« {page.get_admin_display_title()} » est {given}.")
    return True, 200


@require_POST
def withdraw(request: HttpRequest, page_id: int, key_id: int) -> HttpResponse:
    page = _source(request, page_id)
    given = get_object_or_404(CityKey, pk=key_id, workflow_state__object_id=str(page.pk))
    try:
        WithdrawKeyAction(given, request.user).execute()
    except PermissionDenied as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La clé est reprise. La page ne sera pas publiée sans elle.")
    return redirect("coediting:key", page.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: HttpRequest, page_id: int) -> HttpResponse:
    """Publishes without keys; administration writes the reason, which both cities read."""
    page = _source(request, page_id)
    context = _context(request, page)
    if not context["answers"].may_publish_at_once:
        raise PermissionDenied(_why_not_at_once(request.user, page))
    form = EmergencyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            PublishAtOnceAction(page, request.user, **form.cleaned_data).execute()
        except PermissionDenied as refusal:
            form.add_error(None, str(refusal))
        else:
            title = page.get_admin_display_title()
            messages.warning(request, f"« {title} » est publiée sans clés. Elle attend celles des deux villes.")
            return redirect("wagtailadmin_pages:edit", page.pk)
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "coediting/emergency.html", {**context, "form": form}, status=status)


def _source(request: HttpRequest, page_id: int) -> Any:
    """The latest text of a source page that the person may edit or approve."""
    page = get_object_or_404(Page, pk=page_id).specific
    if reason := page.permissions_for_user(request.user).refusal_to("edit"):
        raise PermissionDenied(reason)
    if getattr(page, "lead_city_id", None) is None or page.get_latest_revision() is None:
        raise PermissionDenied(NOTHING_TO_READ)
    return page


def _why_not_at_once(user: Any, page: Any) -> str:
    return refuse_to_publish_at_once(actor_of(user), page_facts(page), "·" * SHORTEST_REASON) or NOTHING_TO_READ


def _context(request: HttpRequest, page: Any) -> dict[str, Any]:
    standing = standing_of(page)
    return {
        "page": page,
        "revision": page.latest_revision,
        "digest": digest_to_answer(page),
        "standing": standing,
        "answers": answers_for(request.user, page, standing),
        "changes": changed_fields(page, request),
    }
